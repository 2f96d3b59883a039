import { internalEnv, originSchema, urlListSchema } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const environment = internalEnv.extend({
  /** Instances of reviews, the one service this bff asks. */
  SERVICE_URLS: urlListSchema,
  RELEASES_DIR: z.string().min(1),
  /** Whose pages may follow feeds. */
  PUBLIC_ORIGIN: originSchema,
})
