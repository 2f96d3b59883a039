import type { catalogEvents, experiencePublished, sessionScheduled } from '@fernweh/contracts/events/catalog'
import type { EventOf } from '@fernweh/contracts/events/define-event'

export type CatalogEvent = EventOf<(typeof catalogEvents)[number]>
export type PublishedExperience = EventOf<typeof experiencePublished>['data']
export type ScheduledSession = EventOf<typeof sessionScheduled>['data']

/** State of one stream: an experience as last published, or a session as scheduled. */
export type CatalogState = { experience: PublishedExperience; version: number } | { session: ScheduledSession } | null

export function evolve(state: CatalogState, event: CatalogEvent): CatalogState {
  if (event.type === 'fernweh.catalog.session-scheduled') return { session: event.data }
  const version = state && 'version' in state ? state.version + 1 : 1
  return { experience: event.data, version }
}
