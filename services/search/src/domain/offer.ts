/** An experience as search knows it: joined from what catalog, bookings, reviews and pictures say, in whatever order they say it. */
import type { experiencePublished } from '@fernweh/contracts/events/catalog'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { Experience, ExperienceCard, NextSession } from '@fernweh/contracts/feeds/search'
import type { Picture } from '@fernweh/contracts/picture'
import type { Stars } from './popularity.ts'

export interface OfferedSession {
  sessionId: string
  experienceId: string
  /** Milliseconds since the epoch. */
  startsAt: number
  zone: string
  seatsLeft: number
}

export interface Offer {
  experienceId: string
  /** Events heard that concern it: equal in every instance, because it depends on the events alone. */
  version: number
  /** Null until catalog has spoken. */
  details: EventOf<typeof experiencePublished>['data'] | null
  /** Null until pictures has spoken. */
  picture: Picture | null
  /** Soonest first. */
  sessions: OfferedSession[]
  stars: Stars
}

export type PublishedOffer = Offer & { details: NonNullable<Offer['details']> }

export function emptyOffer(experienceId: string): Offer {
  return { experienceId, version: 0, details: null, picture: null, sessions: [], stars: { count: 0, total: 0 } }
}

export function isPublished(offer: Offer | undefined): offer is PublishedOffer {
  return offer?.details != null
}

export function openSession(offer: Offer, session: OfferedSession): void {
  // Hosts schedule in order, mostly.
  const place = offer.sessions.findLastIndex((other) => isSooner(other, session)) + 1
  offer.sessions.splice(place, 0, session)
}

const isSooner = (a: OfferedSession, b: OfferedSession) =>
  a.startsAt < b.startsAt || (a.startsAt === b.startsAt && a.sessionId < b.sessionId)

const DAY_MS = 86_400_000

/** What happens to a session more than a day after its start concerns nobody who searches. */
export function isOver(session: Pick<OfferedSession, 'startsAt'>, at: number): boolean {
  return at > session.startsAt + DAY_MS
}

export interface SessionWish {
  /** Milliseconds: not before, and before. */
  from: number
  to: number
  seats: number
}

export const anySession: SessionWish = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, seats: 1 }

/** Soonest session that has not started, on those days, with so many free seats. */
export function soonestSession({ sessions }: Offer, now: number, wish: SessionWish = anySession) {
  for (const session of sessions) {
    if (session.startsAt >= wish.to) return null
    if (session.startsAt > now && session.startsAt >= wish.from && session.seatsLeft >= wish.seats) return session
  }
  return null
}

export function toNextSession(session: OfferedSession | null): NextSession | null {
  if (!session) return null
  const { sessionId, startsAt, zone, seatsLeft } = session
  return { sessionId, startsAt: new Date(startsAt).toISOString(), zone, seatsLeft }
}

export function toListing(offer: PublishedOffer, now: number): ExperienceCard {
  const { experienceId, title, summary, language, city, country, category, durationMinutes, price } = offer.details
  const { count, total } = offer.stars
  return {
    experienceId,
    title,
    summary,
    language,
    translations: withoutDescriptions(offer.details.translations),
    picture: offer.picture,
    city,
    country,
    category,
    durationMinutes,
    price,
    rating: { average: count === 0 ? null : total / count, count },
    next: toNextSession(soonestSession(offer, now)),
  }
}

export function toExperience(offer: PublishedOffer, now: number): Experience {
  const { description, translations, hostId, languages, place, zone } = offer.details
  return { ...toListing(offer, now), description, translations, hostId, languages, place, zone }
}

function withoutDescriptions(translations: Experience['translations']): ExperienceCard['translations'] {
  return Object.fromEntries(
    Object.entries(translations).map(([language, { title, summary }]) => [language, { title, summary }]),
  )
}
