import { allBookings, type BookingState } from './booking-map.ts'
import type { BookingDecision, Circumstances } from './decision.ts'
import type { Session, SessionEvent, SessionState } from './session.ts'

export interface EndVisits {
  type: 'end-visits'
  sessionId: string
}

/** Once for each confirmed booking, however often the timer fires. */
export function endVisits(
  _: EndVisits,
  session: SessionState,
  { now, visitSeconds }: Circumstances,
): BookingDecision<'no-such-session' | 'session-not-over', { visits: number }> {
  if (!session) return { refused: 'no-such-session' }
  if (now < overAt(session, visitSeconds)) return { refused: 'session-not-over' }
  const visitors = allBookings(session.bookings).filter(({ status, visited }) => status === 'confirmed' && !visited)
  return { events: visitors.map((booking) => visitEnded(session, booking)), answer: { visits: visitors.length } }
}

/** When a session counts as over. */
export function overAt({ startsAt, endsAt }: Session, visitSeconds = Number.POSITIVE_INFINITY): Date {
  return new Date(Math.min(Date.parse(endsAt), Date.parse(startsAt) + visitSeconds * 1000))
}

export function visitEnded(
  { sessionId, experienceId }: Session,
  { bookingId, travellerId, seats }: Pick<BookingState, 'bookingId' | 'travellerId' | 'seats'>,
): SessionEvent {
  return { type: 'fernweh.bookings.visit-ended', data: { sessionId, bookingId, travellerId, seats, experienceId } }
}
