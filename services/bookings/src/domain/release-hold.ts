import type { releaseHold as operation } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import { getBooking } from './booking-map.ts'
import { accept, type BookingDecision, type Circumstances } from './decision.ts'
import type { SessionState } from './session.ts'

export interface ReleaseHold {
  type: 'release-hold'
  sessionId: string
  holdId: string
  travellerId: string
}

/** Other people's bookings are answered like bookings that never were. */
export function releaseHold(
  { sessionId, holdId, travellerId }: ReleaseHold,
  session: SessionState,
  { now }: Circumstances,
): BookingDecision<RefusalOf<typeof operation>> {
  const hold = session && getBooking(session.bookings, holdId)
  if (!hold || hold.travellerId !== travellerId) return { refused: 'no-such-booking' }
  if (hold.status !== 'held' || new Date(hold.expiresAt) <= now) return { refused: 'hold-ended' }
  const data = { sessionId, holdId, travellerId, seats: hold.seats }
  return accept(session, holdId, [{ type: 'fernweh.bookings.hold-released', data }])
}
