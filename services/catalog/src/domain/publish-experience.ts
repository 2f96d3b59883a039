import type { Refused } from '@fernweh/contracts/api/operation'
import type { CatalogEvent, CatalogState, PublishedExperience } from './experience.ts'

export interface PublishExperience {
  type: 'publish-experience'
  experience: PublishedExperience
}

export interface CatalogDecision {
  events: CatalogEvent[]
  answer: { version: number }
}

/** The first host to publish owns the experience; publishing the same content again is no event. */
export function publishExperience(
  { experience }: PublishExperience,
  state: CatalogState,
): CatalogDecision | Refused<'not-your-experience'> {
  const before = state && 'experience' in state ? state : null
  if (before && before.experience.hostId !== experience.hostId) return { refused: 'not-your-experience' }
  if (before && isSame(before.experience, experience)) return { events: [], answer: { version: before.version } }
  const event = { type: 'fernweh.catalog.experience-published' as const, data: experience }
  return { events: [event], answer: { version: (before?.version ?? 0) + 1 } }
}

function isSame(a: PublishedExperience, b: PublishedExperience): boolean {
  const sorted = (value: object) =>
    JSON.stringify(value, (_, inner) => (isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner))
  return sorted(a) === sorted(b)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
