import type { Refused } from '@fernweh/contracts/api/operation'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { type BookingState, getBooking } from './booking-map.ts'
import { evolve, type Session, type SessionEvent, type SessionState, toBooking } from './session.ts'

export interface AcceptedBooking<Answer = { booking: Booking }> {
  events: SessionEvent[]
  answer: Answer
}
export type BookingDecision<Reason extends string, Answer = { booking: Booking }> =
  | AcceptedBooking<Answer>
  | Refused<Reason>

export interface Circumstances {
  now: Date
  /** How long seats stay held. */
  holdSeconds: number
  /** How long after its start a session counts as over at the latest; left out: when it ends. */
  visitSeconds?: number | undefined
}

/** The answer is the booking as the events leave it. */
export function accept(session: Session, bookingId: string, events: SessionEvent[]): AcceptedBooking {
  const after = events.reduce<SessionState>(evolve, session) as Session
  return { events, answer: { booking: toBooking(after, getBooking(after.bookings, bookingId) as BookingState) } }
}
