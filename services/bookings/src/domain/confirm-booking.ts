import { type BookingState, getBooking } from './booking-map.ts'
import { accept, type BookingDecision, type Circumstances } from './decision.ts'
import { hasStarted, type Session, type SessionEvent, type SessionState, seatsLeft } from './session.ts'

export interface ConfirmBooking {
  type: 'confirm-booking'
  sessionId: string
  bookingId: string
  paymentId: string
  /** For the ticket, if it comes to one. */
  reference: string
}

/** It was paid for. Who pays when the hold has ended is seated again if that is possible; the same payment counts once. */
export function confirmBooking(
  command: ConfirmBooking,
  session: SessionState,
  { now }: Circumstances,
): BookingDecision<'no-such-booking' | 'paid-otherwise'> {
  const { bookingId, paymentId } = command
  const booking = session && getBooking(session.bookings, bookingId)
  if (!booking) return { refused: 'no-such-booking' }
  if (booking.paymentId === paymentId) return accept(session, bookingId, [])
  if (booking.paymentId !== undefined) return { refused: 'paid-otherwise' }
  const reason = obstacle(session, booking, now)
  return accept(session, bookingId, reason ? refusal(command, booking, reason) : [confirmation(command, booking)])
}

function obstacle(session: Session, { status, seats }: BookingState, now: Date) {
  if (hasStarted(session, now)) return 'session-started'
  return status !== 'held' && seats > seatsLeft(session) ? 'session-full' : undefined
}

function confirmation(command: ConfirmBooking, { travellerId, seats, price }: BookingState): SessionEvent {
  const { sessionId, bookingId, paymentId, reference } = command
  const data = { sessionId, bookingId, travellerId, seats, price, reference, paymentId }
  return { type: 'fernweh.bookings.booking-confirmed', data }
}

/** A hold that lasts (its timer is late) ends first, so that a refused booking never has seats. */
function refusal(command: ConfirmBooking, booking: BookingState, reason: 'session-started' | 'session-full') {
  const { sessionId, bookingId, paymentId } = command
  const { travellerId, seats, status } = booking
  const hold = { sessionId, holdId: bookingId, travellerId, seats }
  const expired: SessionEvent = { type: 'fernweh.bookings.hold-expired', data: hold }
  const refused: SessionEvent = {
    type: 'fernweh.bookings.confirmation-refused',
    data: { sessionId, bookingId, travellerId, seats, paymentId, reason },
  }
  return status === 'held' ? [expired, refused] : [refused]
}
