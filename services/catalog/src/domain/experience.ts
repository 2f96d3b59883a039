/** What hosts offer: an experience and its sessions. Pure. */
import type { Refused } from '@fernweh/contracts/api/operation'
import type { catalogEvents, experiencePublished, sessionScheduled } from '@fernweh/contracts/events/catalog'
import type { EventOf } from '@fernweh/contracts/events/define-event'

export type CatalogEvent = EventOf<(typeof catalogEvents)[number]>
export type Published = EventOf<typeof experiencePublished>['data']
export type Scheduled = EventOf<typeof sessionScheduled>['data']

export type CatalogCommand =
  | { type: 'publish-experience'; experience: Published }
  | { type: 'schedule-session'; session: Scheduled }

/** State of one stream: an experience as last published, or a session as scheduled. */
export type Offer = { experience: Published; version: number } | { session: Scheduled } | null

export type Answer = { version: number }

export function evolve(state: Offer, event: CatalogEvent): Offer {
  if (event.type === 'fernweh.catalog.session-scheduled') return { session: event.data }
  const version = state && 'version' in state ? state.version + 1 : 1
  return { experience: event.data, version }
}

export function decide(command: CatalogCommand, state: Offer): { events: CatalogEvent[]; answer: Answer } | Refused {
  return command.type === 'publish-experience'
    ? publishExperience(command.experience, state)
    : scheduleSession(command.session, state)
}

/** The first to publish owns it; the same content again is no event. */
function publishExperience(experience: Published, state: Offer): { events: CatalogEvent[]; answer: Answer } | Refused {
  const before = state && 'experience' in state ? state : null
  if (before && before.experience.hostId !== experience.hostId) return { refused: 'not-your-experience' }
  if (before && isSame(before.experience, experience)) return { events: [], answer: { version: before.version } }
  const event = { type: 'fernweh.catalog.experience-published' as const, data: experience }
  return { events: [event], answer: { version: (before?.version ?? 0) + 1 } }
}

/** A session that is scheduled already is left as it is. */
function scheduleSession(session: Scheduled, state: Offer): { events: CatalogEvent[]; answer: Answer } {
  if (state) return { events: [], answer: { version: 1 } }
  return { events: [{ type: 'fernweh.catalog.session-scheduled', data: session }], answer: { version: 1 } }
}

function isSame(a: Published, b: Published): boolean {
  const sorted = (value: object) =>
    JSON.stringify(value, (_, inner) => (isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner))
  return sorted(a) === sorted(b)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
