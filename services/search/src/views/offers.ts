/** Everything search knows, in memory: folded from the streams of others. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { bookingsEvents } from '@fernweh/contracts/events/bookings'
import { catalogEvents } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { picturesEvents } from '@fernweh/contracts/events/pictures'
import { reviewsEvents } from '@fernweh/contracts/events/reviews'
import {
  emptyOffer,
  isOver,
  isPublished,
  type Offer,
  type OfferedSession,
  openSession,
  type PublishedOffer,
} from '../domain/offer.ts'
import { toSearchable } from '../domain/searchable.ts'
import { createWordIndex } from './word-index.ts'

export interface Offers {
  /**
   * Takes the next event of its stream; says which experience it concerns, null for what concerns nobody any more. Throws for
   * what it cannot read.
   */
  apply(event: Envelope): string | null
  get(experienceId: string): PublishedOffer | null
  published(): Iterable<PublishedOffer>
  /** What holds all the words, with its score; null for no words. */
  withWords(query: string): Map<PublishedOffer, number> | null
  /** The state as it is, apart from time: without sessions that one instance has forgotten and another may not have. */
  all(now: Date): Iterable<Offer>
  /** Sessions in memory. */
  sessionCount(): number
}

const definitions = [...catalogEvents, ...bookingsEvents, ...reviewsEvents, ...picturesEvents]

/** Sessions are looked through for those to forget when so much time has passed, by the events heard. */
const FORGET_EVERY_MS = 3_600_000
/** An event may be late. */
const LATE_MS = 86_400_000

export function createOffers(): Offers {
  const offers = new Map<string, Offer>()
  const sessions = new Map<string, OfferedSession>()
  /** Holds that last, by the session they are in. */
  const held = new Map<string, string>()
  const index = createWordIndex<PublishedOffer>()
  const zones = new Map<string, string>()
  let swept = 0

  function offerOf(experienceId: string): Offer {
    const offer = offers.get(experienceId) ?? emptyOffer(experienceId)
    offers.set(experienceId, offer)
    return offer
  }

  function change(envelope: Envelope): Offer | null {
    const event = readEvent(definitions, envelope)
    const at = Date.parse(event.time)
    switch (event.type) {
      case 'fernweh.catalog.experience-published': {
        const offer = offerOf(event.data.experienceId)
        offer.details = event.data
        if (isPublished(offer)) index.put(offer, toSearchable(offer.details))
        return offer
      }
      case 'fernweh.bookings.session-opened': {
        const { sessionId, experienceId, startsAt, zone, capacity } = event.data
        const start = Date.parse(startsAt)
        if (isOver({ startsAt: start }, at)) return null
        const offer = offerOf(experienceId)
        const place = { experienceId: offer.experienceId, startsAt: start, zone: theOne(zone) }
        const session = { sessionId, ...place, seatsLeft: capacity }
        sessions.set(sessionId, session)
        openSession(offer, session)
        return offer
      }
      case 'fernweh.bookings.seats-held':
        if (sessions.has(event.data.sessionId)) held.set(event.data.holdId, event.data.sessionId)
        return moveSeats(event.data.sessionId, at, -event.data.seats)
      case 'fernweh.bookings.hold-released':
      case 'fernweh.bookings.hold-expired':
        held.delete(event.data.holdId)
        return moveSeats(event.data.sessionId, at, event.data.seats)
      case 'fernweh.bookings.booking-confirmed':
        // The seats of a hold that lasts are taken already; of one that ended, and of an import, they are not.
        return moveSeats(event.data.sessionId, at, held.delete(event.data.bookingId) ? 0 : -event.data.seats)
      case 'fernweh.bookings.booking-cancelled':
        return moveSeats(event.data.sessionId, at, event.data.seats)
      case 'fernweh.bookings.confirmation-refused':
      case 'fernweh.bookings.visit-ended':
        return moveSeats(event.data.sessionId, at, 0)
      case 'fernweh.reviews.review-written': {
        const offer = offerOf(event.data.experienceId)
        offer.stars = { count: offer.stars.count + 1, total: offer.stars.total + event.data.rating }
        return offer
      }
      case 'fernweh.pictures.picture-made': {
        const offer = offerOf(event.data.experienceId)
        offer.picture = event.data.picture
        return offer
      }
      default:
        throw new Error(`${event.type} does not concern search`)
    }
  }

  /** What is long over is the same to all instances, whether they have forgotten the session or never heard of it. */
  function moveSeats(sessionId: string, at: number, seats: number): Offer | null {
    const session = sessions.get(sessionId)
    if (!session || isOver(session, at)) return null
    session.seatsLeft += seats
    return offerOf(session.experienceId)
  }

  /** A million sessions share the names of a few zones. */
  function theOne(zone: string): string {
    const known = zones.get(zone) ?? zone
    zones.set(zone, known)
    return known
  }

  /** By the time of events and not the clock, so that a replay of years never holds them all. */
  function forget(at: number): void {
    if (at < swept + FORGET_EVERY_MS) return
    swept = at
    const isPast = (session: OfferedSession) => isOver(session, at - LATE_MS)
    const concerned = new Set<string>()
    for (const session of sessions.values()) {
      if (!isPast(session)) continue
      sessions.delete(session.sessionId)
      concerned.add(session.experienceId)
    }
    for (const experienceId of concerned) {
      const offer = offerOf(experienceId)
      offer.sessions = offer.sessions.filter((session) => !isPast(session))
    }
    for (const [holdId, sessionId] of held) if (!sessions.has(sessionId)) held.delete(holdId)
  }

  return {
    apply(event) {
      const offer = change(event)
      forget(Date.parse(event.time))
      if (offer === null) return null
      offer.version += 1
      return offer.experienceId
    },
    get(experienceId) {
      const offer = offers.get(experienceId)
      return isPublished(offer) ? offer : null
    },
    *published() {
      for (const offer of offers.values()) if (isPublished(offer)) yield offer
    },
    withWords: index.find,
    *all(now) {
      for (const offer of offers.values()) {
        yield { ...offer, sessions: offer.sessions.filter((session) => !isOver(session, now.getTime())) }
      }
    },
    sessionCount: () => sessions.size,
  }
}
