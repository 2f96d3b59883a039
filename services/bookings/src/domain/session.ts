import type { bookingsEvents } from '@fernweh/contracts/events/bookings'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { Hold } from '@fernweh/contracts/feeds/bookings'
import type { Money } from '@fernweh/contracts/money'
import { getHold, type HoldMap, type HoldState, noHolds, putHold } from './hold-map.ts'

export type SessionEvent = EventOf<(typeof bookingsEvents)[number]>

export interface Session {
  sessionId: string
  experienceId: string
  startsAt: string
  zone: string
  capacity: number
  price: Money
  /** Seats of the holds with status `held`. */
  held: number
  holds: HoldMap
}

/** Null until the session is opened. */
export type SessionState = Session | null

export const seatsLeft = ({ capacity, held }: Session) => capacity - held

export function evolve(session: SessionState, event: SessionEvent): SessionState {
  if (event.type === 'fernweh.bookings.session-opened') return { ...event.data, held: 0, holds: noHolds }
  if (!session) throw new Error(`${event.type} in a session that was never opened`)
  switch (event.type) {
    case 'fernweh.bookings.seats-held': {
      const { sessionId: _, ...hold } = event.data
      return withHold(session, { ...hold, status: 'held' }, hold.seats)
    }
    case 'fernweh.bookings.hold-released':
      return withHold(session, { ...knownHold(session, event.data.holdId), status: 'released' }, -event.data.seats)
    case 'fernweh.bookings.hold-expired':
      return withHold(session, { ...knownHold(session, event.data.holdId), status: 'expired' }, -event.data.seats)
  }
}

function withHold(session: Session, hold: HoldState, seats: number): Session {
  return { ...session, held: session.held + seats, holds: putHold(session.holds, hold) }
}

function knownHold({ sessionId, holds }: Session, holdId: string): HoldState {
  const hold = getHold(holds, holdId)
  if (!hold) throw new Error(`session ${sessionId} never had a hold ${holdId}`)
  return hold
}

/** The hold as its traveller is told of it. */
export function toHold({ sessionId, experienceId, startsAt, zone }: Session, state: HoldState): Hold {
  const { holdId, seats, price, expiresAt, status } = state
  return { holdId, sessionId, experienceId, seats, startsAt, zone, price, expiresAt, status }
}
