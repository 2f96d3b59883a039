/** Everything search knows, in memory: folded from the streams of others. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { bookingsEvents } from '@fernweh/contracts/events/bookings'
import { catalogEvents } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { picturesEvents } from '@fernweh/contracts/events/pictures'
import { reviewsEvents } from '@fernweh/contracts/events/reviews'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Experience, Listing } from '@fernweh/contracts/feeds/search'
import {
  emptyOffer,
  isPublished,
  type Offer,
  type OfferedSession,
  openSession,
  toExperience,
  toListing,
} from '../domain/offer.ts'
import { byRelevance } from '../domain/order.ts'
import { createWordIndex } from './word-index.ts'

export interface Offers {
  /** Takes the next event of its stream; says which experience it concerns. Throws for what it cannot read. */
  apply(event: Envelope): string
  find(query: string, now: Date): Versioned<Listing>[]
  listing(experienceId: string, now: Date): Versioned<Listing> | null
  experience(experienceId: string, now: Date): Versioned<Experience> | null
  /** The state as it is, apart from time. */
  all(): Iterable<Offer>
}

const definitions = [...catalogEvents, ...bookingsEvents, ...reviewsEvents, ...picturesEvents]

/** The card and the whole page of an experience change together, each with its own feed. */
export const feedsOf = (experienceId: string) => [`listing.${experienceId}`, `experience.${experienceId}`]

export function createOffers(): Offers {
  const offers = new Map<string, Offer>()
  const sessions = new Map<string, OfferedSession>()
  /** Holds that last. */
  const held = new Set<string>()
  const index = createWordIndex()

  function offerOf(experienceId: string): Offer {
    const offer = offers.get(experienceId) ?? emptyOffer(experienceId)
    offers.set(experienceId, offer)
    return offer
  }

  function sessionOf(sessionId: string): OfferedSession {
    const session = sessions.get(sessionId)
    if (!session) throw new Error(`session ${sessionId} was never opened`)
    return session
  }

  function change(envelope: Envelope): Offer {
    const event = readEvent(definitions, envelope)
    switch (event.type) {
      case 'fernweh.catalog.experience-published': {
        const offer = offerOf(event.data.experienceId)
        offer.details = event.data
        index.put(offer.experienceId, event.data)
        return offer
      }
      case 'fernweh.bookings.session-opened': {
        const { sessionId, experienceId, startsAt, zone, capacity } = event.data
        const session = { sessionId, experienceId, startsAt, zone, seatsLeft: capacity }
        sessions.set(sessionId, session)
        const offer = offerOf(experienceId)
        openSession(offer, session)
        return offer
      }
      case 'fernweh.bookings.seats-held':
        held.add(event.data.holdId)
        return moveSeats(event.data.sessionId, -event.data.seats)
      case 'fernweh.bookings.hold-released':
      case 'fernweh.bookings.hold-expired':
        held.delete(event.data.holdId)
        return moveSeats(event.data.sessionId, event.data.seats)
      case 'fernweh.bookings.booking-confirmed':
        // The seats of a hold that lasts are taken already; of one that ended, and of an import, they are not.
        return moveSeats(event.data.sessionId, held.delete(event.data.bookingId) ? 0 : -event.data.seats)
      case 'fernweh.bookings.booking-cancelled':
        return moveSeats(event.data.sessionId, event.data.seats)
      case 'fernweh.bookings.confirmation-refused':
      case 'fernweh.bookings.visit-ended':
        return moveSeats(event.data.sessionId, 0)
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

  function moveSeats(sessionId: string, seats: number): Offer {
    const session = sessionOf(sessionId)
    session.seatsLeft += seats
    return offerOf(session.experienceId)
  }

  function versioned<Data>(
    noun: 'listing' | 'experience',
    experienceId: string,
    toData: (offer: Parameters<typeof toListing>[0]) => Data,
  ): Versioned<Data> | null {
    const offer = offers.get(experienceId)
    const feed = `${noun}.${experienceId}`
    return isPublished(offer) ? { feed, version: offer.version, data: toData(offer) } : null
  }

  const listing = (experienceId: string, now: Date) =>
    versioned('listing', experienceId, (offer) => toListing(offer, now))

  return {
    apply(event) {
      const offer = change(event)
      offer.version += 1
      return offer.experienceId
    },
    find(query, now) {
      const found = Array.from(index.find(query), ([experienceId, score]) => ({
        score,
        listing: listing(experienceId, now),
      }))
      return found
        .filter((one): one is typeof one & { listing: Versioned<Listing> } => one.listing !== null)
        .sort(byRelevance)
        .map((one) => one.listing)
    },
    listing,
    experience: (experienceId, now) => versioned('experience', experienceId, (offer) => toExperience(offer, now)),
    all: () => offers.values(),
  }
}
