import type { sessionOpened } from '@fernweh/contracts/events/bookings'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { SessionEvent, SessionState } from './session.ts'

export type SessionTerms = EventOf<typeof sessionOpened>['data']

export interface OpenSession extends SessionTerms {
  type: 'open-session'
}

/** Opening a session again changes nothing. */
export function openSession(
  { type: _, ...terms }: OpenSession,
  session: SessionState,
): { events: SessionEvent[]; answer: { opened: boolean } } {
  if (session) return { events: [], answer: { opened: false } }
  const data = { ...terms, startsAt: new Date(terms.startsAt).toISOString() }
  return { events: [{ type: 'fernweh.bookings.session-opened', data }], answer: { opened: true } }
}
