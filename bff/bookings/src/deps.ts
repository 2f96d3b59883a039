import type { Upstream } from '@fernweh/kit/server/http/upstream'
import type { Logger } from '@fernweh/kit/server/process/logger'

export interface BookingsDeps {
  bookings: Upstream
  payments: Upstream
  /** Payments again, with the time that a provider may take. */
  checkouts: Upstream
  /** Origin of the pages. */
  origin: string
  log: Logger
}
