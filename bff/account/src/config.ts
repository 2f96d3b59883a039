import { internalEnv, urlListSchema } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const environment = internalEnv.extend({
  /** Instances of accounts, the one service this bff asks. */
  SERVICE_URLS: urlListSchema,
  RELEASES_DIR: z.string().min(1),
  /** Where mails can be read, when they go nowhere else: shown to who waits for one. */
  MAILBOX_URL: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
})
