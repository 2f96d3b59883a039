import { bffEnv } from '@fernweh/kit/server/boot/open-bff'
import { urlListSchema } from '@fernweh/kit/server/process/config'

/** PUBLIC_ORIGIN is also where the code of a ticket leads. */
export const environment = bffEnv.extend({
  /** Instances of bookings-api. */
  SERVICE_URLS: urlListSchema,
  /** Instances of payments. */
  PAYMENTS_URLS: urlListSchema,
  /** Instances of reviews, which know what was visited and not reviewed. */
  REVIEWS_URLS: urlListSchema,
})
