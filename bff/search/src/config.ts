import { internalEnv, originSchema, urlListSchema } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const environment = internalEnv.extend({
  /** Instances of search. */
  SERVICE_URLS: urlListSchema,
  /** Instances of accounts, who know where a signed-in visitor lives. */
  ACCOUNTS_URLS: urlListSchema,
  RELEASES_DIR: z.string().min(1),
  /** Whose pages may follow feeds. */
  PUBLIC_ORIGIN: originSchema,
})
