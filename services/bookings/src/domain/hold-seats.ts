import type { holdSeats as operation } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { Circumstances, Decision } from './decision.ts'
import { type SessionState, seatsLeft, toHold } from './session.ts'

export interface HoldSeats {
  type: 'hold-seats'
  sessionId: string
  holdId: string
  travellerId: string
  seats: number
}

export function holdSeats(
  { sessionId, holdId, travellerId, seats }: HoldSeats,
  session: SessionState,
  { now, holdSeconds }: Circumstances,
): Decision<RefusalOf<typeof operation>> {
  if (!session) return { refused: 'no-such-session' }
  if (new Date(session.startsAt) <= now) return { refused: 'session-started' }
  const left = seatsLeft(session)
  if (left === 0) return { refused: 'session-full' }
  if (seats > left) return { refused: 'not-enough-seats' }
  const expiresAt = new Date(now.getTime() + holdSeconds * 1000).toISOString()
  const hold = { holdId, travellerId, seats, price: session.price, expiresAt }
  return {
    events: [{ type: 'fernweh.bookings.seats-held', data: { sessionId, ...hold } }],
    answer: { hold: toHold(session, { ...hold, status: 'held' }) },
  }
}
