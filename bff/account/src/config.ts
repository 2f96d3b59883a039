import { bffEnv } from '@fernweh/kit/server/boot/open-bff'
import { urlListSchema } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const environment = bffEnv.extend({
  /** Instances of accounts, the only service this bff asks. */
  SERVICE_URLS: urlListSchema,
  /** Where mails can be read when they leave this machine no other way: shown to whoever waits for one. */
  MAILBOX_URL: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
})
