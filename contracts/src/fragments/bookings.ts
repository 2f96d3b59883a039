/** Data the fragments of mfe-bookings are rendered with. `page` is the path and query to return to after a sign-in or a form. */
import type { earlierBookings, listSessions, Ticket } from '../api/bookings.ts'
import type { AnswerOf } from '../api/operation.ts'
import type { SessionChoice } from '../browser/session-choice.ts'
import type { Booking, TravellerBookings } from '../feeds/bookings.ts'
import type { Versioned } from '../feeds/feed.ts'
import type { TravellerPayment } from '../feeds/payments.ts'
import type { LocalTime } from '../local-time.ts'

/** Its sessions are those of whole days: the soonest ones, or those from `from` on. */
export interface SessionsData extends AnswerOf<typeof listSessions> {
  page: string
  experienceId: string
  /** The requested day. */
  from: string | null
  /** The requested number of people and, if it is listed, session. */
  choice: SessionChoice
  /** Null when nobody is signed in. */
  mine: Versioned<TravellerBookings> | null
}

export interface MyBookingsData {
  page: string
  /** Bookings whose visit has no review yet; none while reviews does not answer. */
  toReview: string[]
  /** Null when nobody is signed in. */
  mine: Versioned<TravellerBookings> | null
  /** Earlier past bookings, when those are requested instead. */
  earlier?: AnswerOf<typeof earlierBookings> | null
}

export interface BookingView {
  booking: Versioned<Booking>
  /** Its data is null before the first payment attempt. */
  payment: Versioned<TravellerPayment | null>
  /** How the traveller returned from the provider's page. */
  back: 'done' | 'left' | null
}

export interface BookingData {
  page: string
  /** Null when the booking is unknown or belongs to somebody else. */
  view: BookingView | null
}

/** A QR code with the URL of the ticket's page, as an SVG path in a square of `modules` by `modules`. */
export interface TicketCode {
  modules: number
  path: string
}

export interface TicketData {
  /** Null when the reference is unknown. `checked` is when it was read, by the clocks of the place. */
  shown: { ticket: Ticket; code: TicketCode; checked?: LocalTime } | null
}
