import type { cancelBooking as operation } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import { getBooking } from './booking-map.ts'
import { accept, type BookingDecision, type Circumstances } from './decision.ts'
import { hasStarted, type SessionState } from './session.ts'

export interface CancelBooking {
  type: 'cancel-booking'
  sessionId: string
  bookingId: string
  travellerId: string
}

/** Other people's bookings are answered like bookings that never were. */
export function cancelBooking(
  { sessionId, bookingId, travellerId }: CancelBooking,
  session: SessionState,
  { now }: Circumstances,
): BookingDecision<RefusalOf<typeof operation>> {
  const booking = session && getBooking(session.bookings, bookingId)
  if (!booking || booking.travellerId !== travellerId) return { refused: 'no-such-booking' }
  if (booking.status !== 'confirmed') return { refused: 'not-confirmed' }
  if (hasStarted(session, now)) return { refused: 'session-started' }
  const { seats, paymentId = null } = booking
  const data = { sessionId, bookingId, travellerId, seats, paymentId }
  return accept(session, bookingId, [{ type: 'fernweh.bookings.booking-cancelled', data }])
}
