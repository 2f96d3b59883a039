/** An experience as search knows it: joined from what catalog, bookings and reviews say, in whatever order they say it. */
import type { experiencePublished } from '@fernweh/contracts/events/catalog'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { Experience, Listing } from '@fernweh/contracts/feeds/search'
import type { Picture } from '@fernweh/contracts/picture'

export interface OfferedSession {
  sessionId: string
  experienceId: string
  startsAt: string
  zone: string
  seatsLeft: number
}

export interface Offer {
  experienceId: string
  /** Events heard that concern it: the sum of the versions of all streams it is made of, equal in every instance. */
  version: number
  /** Null until catalog has spoken. */
  details: EventOf<typeof experiencePublished>['data'] | null
  /** Null until pictures has spoken. */
  picture: Picture | null
  /** Soonest first. */
  sessions: OfferedSession[]
  stars: { count: number; total: number }
}

export type PublishedOffer = Offer & { details: NonNullable<Offer['details']> }

export function emptyOffer(experienceId: string): Offer {
  return { experienceId, version: 0, details: null, picture: null, sessions: [], stars: { count: 0, total: 0 } }
}

export function isPublished(offer: Offer | undefined): offer is PublishedOffer {
  return offer?.details != null
}

export function openSession(offer: Offer, session: OfferedSession): void {
  const place = offer.sessions.findIndex((other) => isSooner(session, other))
  offer.sessions.splice(place < 0 ? offer.sessions.length : place, 0, session)
}

const isSooner = (a: OfferedSession, b: OfferedSession) =>
  a.startsAt < b.startsAt || (a.startsAt === b.startsAt && a.sessionId < b.sessionId)

/** Soonest session with a free seat that has not started. */
export function nextSession({ sessions }: Offer, now: Date): Listing['next'] {
  const soonest = sessions.find(({ startsAt, seatsLeft }) => seatsLeft > 0 && new Date(startsAt) > now)
  if (!soonest) return null
  const { sessionId, startsAt, zone, seatsLeft } = soonest
  return { sessionId, startsAt, zone, seatsLeft }
}

export function toListing(offer: PublishedOffer, now: Date): Listing {
  const { experienceId, title, summary, language, city, country, category, durationMinutes, price } = offer.details
  const { count, total } = offer.stars
  const rating = { average: count === 0 ? null : total / count, count }
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
    rating,
    next: nextSession(offer, now),
  }
}

export function toExperience(offer: PublishedOffer, now: Date): Experience {
  const { description, translations, hostId, languages, place, zone } = offer.details
  return { ...toListing(offer, now), description, translations, hostId, languages, place, zone }
}

function withoutDescriptions(translations: Experience['translations']): Listing['translations'] {
  return Object.fromEntries(
    Object.entries(translations).map(([language, { title, summary }]) => [language, { title, summary }]),
  )
}
