import { getBooking } from './booking-map.ts'
import { accept, type BookingDecision, type Circumstances } from './decision.ts'
import { overAt, visitEnded } from './end-visits.ts'
import { type SessionEvent, type SessionState, seatsLeft } from './session.ts'

export interface ImportBooking {
  type: 'import-booking'
  sessionId: string
  bookingId: string
  travellerId: string
  seats: number
  reference: string
}

/** Booked and paid before this system; telling it again changes nothing. Who was there already, was there when it was over. */
export function importBooking(
  { sessionId, bookingId, travellerId, seats, reference }: ImportBooking,
  session: SessionState,
  { now, visitSeconds }: Circumstances,
): BookingDecision<'no-such-session' | 'booking-exists' | 'session-full'> {
  if (!session) return { refused: 'no-such-session' }
  const known = getBooking(session.bookings, bookingId)
  if (known) {
    const isSame = known.paymentId === null && known.travellerId === travellerId && known.seats === seats
    return isSame ? accept(session, bookingId, []) : { refused: 'booking-exists' }
  }
  if (seats > seatsLeft(session)) return { refused: 'session-full' }
  const visit = { sessionId, bookingId, travellerId, seats }
  const confirmed: SessionEvent = {
    type: 'fernweh.bookings.booking-confirmed',
    data: { ...visit, price: session.price, reference, paymentId: null },
  }
  const over = overAt(session, visitSeconds)
  if (now < over) return accept(session, bookingId, [confirmed])
  const at = over.toISOString()
  return accept(session, bookingId, [
    { ...confirmed, at },
    { ...visitEnded(session, visit), at },
  ])
}
