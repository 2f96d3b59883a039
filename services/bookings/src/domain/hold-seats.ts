import type { holdSeats as operation } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import { accept, type Circumstances, type Decision } from './decision.ts'
import { hasStarted, type Session, type SessionState, seatsLeft } from './session.ts'

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
  circumstances: Circumstances,
): Decision<RefusalOf<typeof operation>> {
  if (!session) return { refused: 'no-such-session' }
  if (hasStarted(session, circumstances.now)) return { refused: 'session-started' }
  const left = seatsLeft(session)
  if (left === 0) return { refused: 'session-full' }
  if (seats > left) return { refused: 'not-enough-seats' }
  const hold = { holdId, travellerId, seats, price: session.price, expiresAt: expiryOf(session, circumstances) }
  return accept(session, holdId, [{ type: 'fernweh.bookings.seats-held', data: { sessionId, ...hold } }])
}

/** No seat is held beyond the start of its session. */
function expiryOf({ startsAt }: Session, { now, holdSeconds }: Circumstances): string {
  return new Date(Math.min(now.getTime() + holdSeconds * 1000, Date.parse(startsAt))).toISOString()
}
