import { innerEnv, origin, urlList } from '@fernweh/kit/server/config'
import { z } from 'zod'

export const environment = innerEnv.extend({
  /** Instances of bookings-api. */
  SERVICE_URLS: urlList,
  /** Instances of payments. */
  PAYMENTS_URLS: urlList,
  RELEASES_DIR: z.string().min(1),
  /** Whose pages may follow feeds, and where a ticket's code leads. */
  PUBLIC_ORIGIN: origin,
})
