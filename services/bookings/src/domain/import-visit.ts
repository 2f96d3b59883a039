import { getBooking } from './booking-map.ts'
import { accept, type Circumstances, type Decision } from './decision.ts'
import { overAt, visitEnded } from './end-visits.ts'
import { type SessionState, seatsLeft } from './session.ts'

export interface ImportVisit {
  type: 'import-visit'
  sessionId: string
  bookingId: string
  travellerId: string
  seats: number
  reference: string
}

/** Somebody was there with a booking from before this system; telling it again changes nothing. */
export function importVisit(
  { sessionId, bookingId, travellerId, seats, reference }: ImportVisit,
  session: SessionState,
  { now, visitSeconds }: Circumstances,
): Decision<'no-such-session' | 'session-not-over' | 'booking-exists' | 'session-full'> {
  if (!session) return { refused: 'no-such-session' }
  if (now < overAt(session, visitSeconds)) return { refused: 'session-not-over' }
  const known = getBooking(session.bookings, bookingId)
  if (known) {
    const isSame = known.paymentId === null && known.travellerId === travellerId && known.seats === seats
    return isSame ? accept(session, bookingId, []) : { refused: 'booking-exists' }
  }
  if (seats > seatsLeft(session)) return { refused: 'session-full' }
  const visit = { sessionId, bookingId, travellerId, seats }
  return accept(session, bookingId, [
    {
      type: 'fernweh.bookings.booking-confirmed',
      data: { ...visit, price: session.price, reference, paymentId: null },
    },
    visitEnded(session, visit),
  ])
}
