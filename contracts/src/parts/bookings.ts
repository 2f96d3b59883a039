/** What the parts of mfe-bookings are rendered with. `page` is the path and query to come back to after signing in. */
import type { SessionSeats, TravellerHolds } from '../feeds/bookings.ts'
import type { Versioned } from '../feeds/feed.ts'

export interface SessionsData {
  page: string
  experienceId: string
  sessions: Versioned<SessionSeats>[]
  /** Null when nobody is signed in. */
  mine: Versioned<TravellerHolds> | null
}

export interface MyHoldsData {
  page: string
  /** Null when nobody is signed in. */
  holds: Versioned<TravellerHolds> | null
}
