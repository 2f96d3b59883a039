import { getBooking } from './booking-map.ts'
import { accept, type BookingDecision, type Circumstances } from './decision.ts'
import type { SessionState } from './session.ts'

export interface ExpireHold {
  type: 'expire-hold'
  sessionId: string
  holdId: string
}

/** A hold that became a booking, was released or has expired already is left as it is: a timer may fire twice. */
export function expireHold(
  { sessionId, holdId }: ExpireHold,
  session: SessionState,
  { now }: Circumstances,
): BookingDecision<'no-such-hold' | 'hold-ended' | 'hold-not-due'> {
  const hold = session && getBooking(session.bookings, holdId)
  if (!hold) return { refused: 'no-such-hold' }
  if (hold.status !== 'held') return { refused: 'hold-ended' }
  if (now < new Date(hold.expiresAt)) return { refused: 'hold-not-due' }
  const { travellerId, seats } = hold
  const data = { sessionId, holdId, travellerId, seats }
  return accept(session, holdId, [{ type: 'fernweh.bookings.hold-expired', data }])
}
