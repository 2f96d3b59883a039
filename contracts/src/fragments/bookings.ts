/** What the fragments of mfe-bookings are rendered with. `page` is the path and query to come back to, after signing in or a form. */
import type { SessionDay, Ticket } from '../api/bookings.ts'
import type { Booking, SessionSeats, TravellerBookings } from '../feeds/bookings.ts'
import type { Versioned } from '../feeds/feed.ts'
import type { Payment } from '../feeds/payments.ts'

export interface SessionsData {
  page: string
  experienceId: string
  /** Of whole days: some of the soonest, or of those from `from` on. */
  sessions: Versioned<SessionSeats>[]
  /** All days that have sessions. */
  days: SessionDay[]
  /** Where it is, as far as that is known. */
  city: string | null
  /** The day that was asked for. */
  from: string | null
  /** Null when nobody is signed in. */
  mine: Versioned<TravellerBookings> | null
}

export interface MyBookingsData {
  page: string
  /** Null when nobody is signed in. */
  mine: Versioned<TravellerBookings> | null
}

export interface BookingView {
  booking: Versioned<Booking>
  /** Its data is null while nobody has asked to pay. */
  payment: Versioned<Payment | null>
  /** How the traveller came back from the provider's page. */
  back: 'done' | 'left' | null
}

export interface BookingData {
  page: string
  /** Null when there is none, or it is somebody else's. */
  view: BookingView | null
}

/** A QR code that leads to the ticket's page, as an SVG path in a square of so many modules: the page holds all it shows. */
export interface TicketCode {
  modules: number
  path: string
}

export interface TicketData {
  /** Null when there is none. */
  shown: { ticket: Ticket; code: TicketCode } | null
}
