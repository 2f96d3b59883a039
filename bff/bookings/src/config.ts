import { internalEnv, originSchema, urlListSchema } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const environment = internalEnv.extend({
  /** Instances of bookings-api. */
  SERVICE_URLS: urlListSchema,
  /** Instances of payments. */
  PAYMENTS_URLS: urlListSchema,
  RELEASES_DIR: z.string().min(1),
  /** Whose pages may follow feeds, and where a ticket's code leads. */
  PUBLIC_ORIGIN: originSchema,
})
