/** An experience as search stores it: joined from events of catalog, bookings, reviews and pictures, in whatever order they arrive. */

import { toCityNames } from '@fernweh/contracts/city-names'
import type { experiencePublished } from '@fernweh/contracts/events/catalog'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { Experience, ExperienceCard, NextSession } from '@fernweh/contracts/feeds/search'
import type { Picture } from '@fernweh/contracts/picture'
import { toLocalTime } from '@fernweh/contracts/zones'
import type { RatingTotals } from './popularity.ts'

export interface SessionRecord {
  sessionId: string
  experienceId: string
  /** Milliseconds since the epoch. */
  startsAt: number
  zone: string
  seatsLeft: number
}

export interface ExperienceRecord {
  experienceId: string
  /** The number of its events: the same in every instance, because it depends on the events alone. */
  version: number
  /** Null until catalog publishes it. */
  details: EventOf<typeof experiencePublished>['data'] | null
  /** Null until its picture is made. */
  picture: Picture | null
  /** Soonest first. */
  sessions: SessionRecord[]
  ratings: RatingTotals
}

export type PublishedDetails = ExperienceRecord & { details: NonNullable<ExperienceRecord['details']> }

export function emptyExperience(experienceId: string): ExperienceRecord {
  return { experienceId, version: 0, details: null, picture: null, sessions: [], ratings: { count: 0, total: 0 } }
}

export function isPublished(experience: ExperienceRecord | undefined): experience is PublishedDetails {
  return experience?.details != null
}

export function openSession(experience: ExperienceRecord, session: SessionRecord): void {
  // Searched from the end, because hosts mostly schedule in order.
  const place = experience.sessions.findLastIndex((other) => isSooner(other, session)) + 1
  experience.sessions.splice(place, 0, session)
}

const isSooner = (a: SessionRecord, b: SessionRecord) =>
  a.startsAt < b.startsAt || (a.startsAt === b.startsAt && a.sessionId < b.sessionId)

const DAY_MS = 86_400_000

/** A session is irrelevant to search a day after its start. */
export function isOver(session: Pick<SessionRecord, 'startsAt'>, at: number): boolean {
  return at > session.startsAt + DAY_MS
}

export interface SessionFilter {
  /** Milliseconds since the epoch, `from` included and `to` excluded. */
  from: number
  to: number
  seats: number
}

export const anySession: SessionFilter = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, seats: 1 }

/** The soonest session that has not started, on the days and with the free seats that are asked for. */
export function soonestSession({ sessions }: ExperienceRecord, now: number, filter: SessionFilter = anySession) {
  for (const session of sessions) {
    if (session.startsAt >= filter.to) return null
    if (session.startsAt > now && session.startsAt >= filter.from && session.seatsLeft >= filter.seats) return session
  }
  return null
}

export function toNextSession(session: SessionRecord | null): NextSession | null {
  if (!session) return null
  const { sessionId, zone, seatsLeft } = session
  const startsAt = new Date(session.startsAt).toISOString()
  return { sessionId, startsAt, zone, local: toLocalTime(startsAt, zone), seatsLeft }
}

export function toExperienceCard(experience: PublishedDetails, now: number): ExperienceCard {
  const { experienceId, title, summary, language, city, country, category, durationMinutes, price } = experience.details
  const { count, total } = experience.ratings
  return {
    experienceId,
    title,
    summary,
    language,
    translations: withoutDescriptions(experience.details.translations),
    picture: experience.picture,
    city,
    cityNames: toCityNames(city, country),
    country,
    category,
    durationMinutes,
    price,
    rating: { average: count === 0 ? null : total / count, count },
    next: toNextSession(soonestSession(experience, now)),
  }
}

export function toExperience(experience: PublishedDetails, now: number): Experience {
  const { description, translations, hostId, languages, place, zone } = experience.details
  return { ...toExperienceCard(experience, now), description, translations, hostId, languages, place, zone }
}

function withoutDescriptions(translations: Experience['translations']): ExperienceCard['translations'] {
  return Object.fromEntries(
    Object.entries(translations).map(([language, { title, summary }]) => [language, { title, summary }]),
  )
}
