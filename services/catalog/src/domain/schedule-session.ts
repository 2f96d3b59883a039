import type { CatalogState, ScheduledSession } from './experience.ts'
import type { CatalogDecision } from './publish-experience.ts'

export interface ScheduleSession {
  type: 'schedule-session'
  session: ScheduledSession
}

/** Scheduling a session again changes nothing. */
export function scheduleSession({ session }: ScheduleSession, state: CatalogState): CatalogDecision {
  if (state) return { events: [], answer: { version: 1 } }
  return { events: [{ type: 'fernweh.catalog.session-scheduled', data: session }], answer: { version: 1 } }
}
