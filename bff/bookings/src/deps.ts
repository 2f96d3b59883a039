import type { Upstream } from '@fernweh/kit/server/http/upstream'
import type { Logger } from '@fernweh/kit/server/process/logger'

export interface BookingsDeps {
  bookings: Upstream
  payments: Upstream
  /** Payments again, with a timeout that is long enough for the provider. */
  checkouts: Upstream
  /** Optional to every page: a short timeout, and the page is served without its answer. */
  reviews: Upstream
  /** Origin of the pages. */
  origin: string
  log: Logger
}
