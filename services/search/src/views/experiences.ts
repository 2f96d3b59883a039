/** All experiences, in memory: folded from the streams of other services. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { bookingsEvents } from '@fernweh/contracts/events/bookings'
import { catalogEvents } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { picturesEvents } from '@fernweh/contracts/events/pictures'
import { reviewsEvents } from '@fernweh/contracts/events/reviews'
import {
  type ExperienceRecord,
  emptyExperience,
  isOver,
  isPublished,
  openSession,
  type PublishedDetails,
  type SessionRecord,
} from '../domain/experience.ts'
import { toSearchable } from '../domain/searchable.ts'
import { createWordIndex, type Found } from './word-index.ts'

export interface Experiences {
  /**
   * Applies the next event of its stream and returns the id of the experience that changed; null when none did. Throws for an
   * event it cannot read.
   */
  apply(event: Envelope): string | null
  get(experienceId: string): PublishedDetails | null
  published(): Iterable<PublishedDetails>
  /** Sorted, because instances hear of experiences in different orders. */
  publishedIds(): readonly string[]
  /** Experiences that hold the words of the query, with their score; null for a query of nothing. */
  withWords(query: string): Found<PublishedDetails> | null
  /** The state without past sessions, which one instance may have forgotten and another not. */
  all(now: Date): Iterable<ExperienceRecord>
  /** Sessions in memory. */
  sessionCount(): number
}

const definitions = [...catalogEvents, ...bookingsEvents, ...reviewsEvents, ...picturesEvents]

/** Past sessions are removed this often, by the time of the events. */
const FORGET_EVERY_MS = 3_600_000
/** An event may be this late. */
const MAX_DELAY_MS = 86_400_000

export function createExperiences(): Experiences {
  const experiences = new Map<string, ExperienceRecord>()
  const sessions = new Map<string, SessionRecord>()
  /** The session of each active hold, by the id of the hold. */
  const heldSessions = new Map<string, string>()
  const index = createWordIndex<PublishedDetails>()
  const zones = new Map<string, string>()
  /** Null when there is a new one; sorting a hundred thousand takes a tenth of a second. */
  let sortedIds: readonly string[] | null = null
  let lastForgotten = 0

  function experienceOf(experienceId: string): ExperienceRecord {
    const experience = experiences.get(experienceId) ?? emptyExperience(experienceId)
    experiences.set(experienceId, experience)
    return experience
  }

  function change(envelope: Envelope): ExperienceRecord | null {
    const event = readEvent(definitions, envelope)
    const at = Date.parse(event.time)
    switch (event.type) {
      case 'fernweh.catalog.experience-published': {
        const experience = experienceOf(event.data.experienceId)
        if (experience.details === null) sortedIds = null
        experience.details = event.data
        if (isPublished(experience)) index.put(experience, toSearchable(experience.details))
        return experience
      }
      case 'fernweh.bookings.session-opened': {
        const { sessionId, experienceId, startsAt, zone, capacity } = event.data
        const start = Date.parse(startsAt)
        if (isOver({ startsAt: start }, at)) return null
        const experience = experienceOf(experienceId)
        const place = { experienceId: experience.experienceId, startsAt: start, zone: intern(zone) }
        const session = { sessionId, ...place, seatsLeft: capacity }
        sessions.set(sessionId, session)
        openSession(experience, session)
        return experience
      }
      case 'fernweh.bookings.seats-held':
        if (sessions.has(event.data.sessionId)) heldSessions.set(event.data.holdId, event.data.sessionId)
        return moveSeats(event.data.sessionId, at, -event.data.seats)
      case 'fernweh.bookings.hold-released':
      case 'fernweh.bookings.hold-expired':
        heldSessions.delete(event.data.holdId)
        return moveSeats(event.data.sessionId, at, event.data.seats)
      case 'fernweh.bookings.booking-confirmed':
        // The seats of an active hold are taken already; those of one that ended, and of an import, are not.
        return moveSeats(event.data.sessionId, at, heldSessions.delete(event.data.bookingId) ? 0 : -event.data.seats)
      case 'fernweh.bookings.booking-cancelled':
        return moveSeats(event.data.sessionId, at, event.data.seats)
      case 'fernweh.bookings.confirmation-refused':
      case 'fernweh.bookings.visit-ended':
        return moveSeats(event.data.sessionId, at, 0)
      case 'fernweh.reviews.review-written': {
        const experience = experienceOf(event.data.experienceId)
        experience.ratings = {
          count: experience.ratings.count + 1,
          total: experience.ratings.total + event.data.rating,
        }
        return experience
      }
      case 'fernweh.pictures.picture-made': {
        const experience = experienceOf(event.data.experienceId)
        experience.picture = event.data.picture
        return experience
      }
      default:
        throw new Error(`${event.type} does not concern search`)
    }
  }

  /** Ignores past sessions, so that instances that have forgotten one agree with those that have not. */
  function moveSeats(sessionId: string, at: number, seats: number): ExperienceRecord | null {
    const session = sessions.get(sessionId)
    if (!session || isOver(session, at)) return null
    session.seatsLeft += seats
    return experienceOf(session.experienceId)
  }

  /** Returns one string for equal ones: a million sessions share the names of a few zones. */
  function intern(zone: string): string {
    const known = zones.get(zone) ?? zone
    zones.set(zone, known)
    return known
  }

  /** Uses the time of events and not the clock, so that a replay of years never holds them all. */
  function forget(at: number): void {
    if (at < lastForgotten + FORGET_EVERY_MS) return
    lastForgotten = at
    const isPast = (session: SessionRecord) => isOver(session, at - MAX_DELAY_MS)
    const affected = new Set<string>()
    for (const session of sessions.values()) {
      if (!isPast(session)) continue
      sessions.delete(session.sessionId)
      affected.add(session.experienceId)
    }
    for (const experienceId of affected) {
      const experience = experienceOf(experienceId)
      experience.sessions = experience.sessions.filter((session) => !isPast(session))
    }
    for (const [holdId, sessionId] of heldSessions) if (!sessions.has(sessionId)) heldSessions.delete(holdId)
  }

  function* published(): Iterable<PublishedDetails> {
    for (const experience of experiences.values()) if (isPublished(experience)) yield experience
  }

  return {
    apply(event) {
      const experience = change(event)
      forget(Date.parse(event.time))
      if (experience === null) return null
      experience.version += 1
      return experience.experienceId
    },
    get(experienceId) {
      const experience = experiences.get(experienceId)
      return isPublished(experience) ? experience : null
    },
    published,
    publishedIds() {
      sortedIds ??= Array.from(published(), ({ experienceId }) => experienceId).sort()
      return sortedIds
    },
    withWords: index.find,
    *all(now) {
      for (const experience of experiences.values()) {
        yield { ...experience, sessions: experience.sessions.filter((session) => !isOver(session, now.getTime())) }
      }
    },
    sessionCount: () => sessions.size,
  }
}
