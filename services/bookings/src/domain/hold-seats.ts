import type { holdSeats as operation } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { BookingDecision, Circumstances } from './decision.ts'
import { hasStarted, newHold, type Session, type SessionState, seatsLeft, toBooking } from './session.ts'

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
): BookingDecision<RefusalOf<typeof operation>> {
  if (!session) return { refused: 'no-such-session' }
  if (hasStarted(session, circumstances.now)) return { refused: 'session-started' }
  const left = seatsLeft(session)
  if (left === 0) return { refused: 'session-full' }
  if (seats > left) return { refused: 'not-enough-seats' }
  const expiresAt = expiryOf(session, circumstances)
  const hold = { sessionId, holdId, travellerId, seats, price: session.price, expiresAt }
  return {
    events: [{ type: 'fernweh.bookings.seats-held', data: hold }],
    answer: { booking: toBooking(session, newHold(hold)) },
  }
}

/** No seat is held beyond the start of its session. Both are spelled alike: the earlier one sorts first. */
function expiryOf({ startsAt }: Session, { now, holdSeconds }: Circumstances): string {
  const expiresAt = new Date(now.getTime() + holdSeconds * 1000).toISOString()
  return expiresAt < startsAt ? expiresAt : startsAt
}
