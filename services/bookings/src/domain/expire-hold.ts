import type { Circumstances, Decision } from './decision.ts'
import { getHold } from './hold-map.ts'
import { type SessionState, toHold } from './session.ts'

export interface ExpireHold {
  type: 'expire-hold'
  sessionId: string
  holdId: string
}

/** A hold that was released in time, or has expired already, is left as it is: a timer may fire twice. */
export function expireHold(
  { sessionId, holdId }: ExpireHold,
  session: SessionState,
  { now }: Circumstances,
): Decision<'no-such-hold' | 'hold-ended' | 'hold-not-due'> {
  const hold = session && getHold(session.holds, holdId)
  if (!hold) return { refused: 'no-such-hold' }
  if (hold.status !== 'held') return { refused: 'hold-ended' }
  if (now < new Date(hold.expiresAt)) return { refused: 'hold-not-due' }
  const { travellerId, seats } = hold
  return {
    events: [{ type: 'fernweh.bookings.hold-expired', data: { sessionId, holdId, travellerId, seats } }],
    answer: { hold: toHold(session, { ...hold, status: 'expired' }) },
  }
}
