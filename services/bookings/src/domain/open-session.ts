import type { sessionOpened } from '@fernweh/contracts/events/bookings'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { SessionEvent, SessionState } from './session.ts'

export type Opening = EventOf<typeof sessionOpened>['data']

/** A session is opened once; opening it again changes nothing. */
export function openSession(opening: Opening, session: SessionState): SessionEvent[] {
  if (session) return []
  const { startsAt } = opening
  const data = { ...opening, startsAt: new Date(startsAt).toISOString() }
  return [{ type: 'fernweh.bookings.session-opened', data }]
}
