import { bffEnv } from '@fernweh/kit/server/boot/open-bff'
import { urlListSchema } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const environment = bffEnv.extend({
  /** Instances of accounts. */
  SERVICE_URLS: urlListSchema,
  /** Instances of search, which know the cities one can choose from. */
  SEARCH_URLS: urlListSchema,
  /** Where mails can be read when they leave this machine no other way: shown to whoever waits for one. */
  MAILBOX_URL: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
})
