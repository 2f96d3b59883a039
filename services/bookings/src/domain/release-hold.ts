import type { releaseHold as operation } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { Circumstances, Decision } from './decision.ts'
import { getHold } from './hold-map.ts'
import { type SessionState, toHold } from './session.ts'

export interface ReleaseHold {
  type: 'release-hold'
  sessionId: string
  holdId: string
  travellerId: string
}

/** Other people's holds are answered like holds that never were. */
export function releaseHold(
  { sessionId, holdId, travellerId }: ReleaseHold,
  session: SessionState,
  { now }: Circumstances,
): Decision<RefusalOf<typeof operation>> {
  const hold = session && getHold(session.holds, holdId)
  if (!hold || hold.travellerId !== travellerId) return { refused: 'no-such-hold' }
  if (hold.status !== 'held' || new Date(hold.expiresAt) <= now) return { refused: 'hold-ended' }
  return {
    events: [{ type: 'fernweh.bookings.hold-released', data: { sessionId, holdId, travellerId, seats: hold.seats } }],
    answer: { hold: toHold(session, { ...hold, status: 'released' }) },
  }
}
