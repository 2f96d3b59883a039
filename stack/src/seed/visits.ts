/** Visits of the past year with their reviews, and bookings of the coming weeks. */
import type { ReviewText } from './cities.ts'
import { composeReview } from './compose-review.ts'
import { DAY_MS } from './days.ts'
import type { SeedPerson } from './people.ts'
import { randomOf, type SeedRandom } from './random.ts'
import type { SeedExperience } from './seed-experience.ts'
import { pastSession, pastSessionId, type SeedSession, unreviewedSessionId, visitedSessionId } from './sessions.ts'

export interface SeedBooking {
  sessionId: string
  bookingId: string
  travellerId: string
  seats: number
}
export interface SeedReview extends ReviewText {
  bookingId: string
  writtenAt: string
}

export interface Past {
  sessions: SeedSession[]
  visits: SeedBooking[]
  reviews: SeedReview[]
}

interface PastContext {
  authors: readonly SeedPerson[]
  /** The texts of all reviews so far. */
  used: Set<string>
  now: Date
}

const MAX_DAYS_AGO = 358
/** The session without seeded visits ended by now, however long it took. */
const EMPTY_SESSION_DAYS_AGO = 3

export function createPast(experience: SeedExperience, { authors, used, now }: PastContext): Past {
  const { experienceId } = experience.entry
  const random = randomOf(`past of ${experienceId}`)
  const reviews = reviewsOf(experience, authors, used, random)
  const sessionAgo = (sessionId: string, daysAgo: number) => pastSession(experience, { sessionId, daysAgo, now })
  const empty = sessionAgo(visitedSessionId(experienceId), EMPTY_SESSION_DAYS_AGO)
  const past: Past = { sessions: [empty], visits: [], reviews: [] }
  let seatsLeft = 0
  for (const [nth, { author, ...review }] of reviews.entries()) {
    const seats = Math.min(random.pick([1, 2, 2, 2, 3]), experience.capacity)
    // Some visits share a session.
    if (nth === 0 || seats > seatsLeft || random.next() < 0.4) {
      const daysAgo = 4 + Math.floor(((nth + random.next()) * MAX_DAYS_AGO) / reviews.length)
      past.sessions.push(sessionAgo(pastSessionId(experienceId, past.sessions.length), daysAgo))
      seatsLeft = experience.capacity
    }
    seatsLeft -= seats
    const session = past.sessions.at(-1) as SeedSession
    const bookingId = `visit-${experienceId}-${author.accountId}`
    past.visits.push({ sessionId: session.sessionId, bookingId, travellerId: author.accountId, seats })
    past.reviews.push({ ...review, bookingId, writtenAt: writtenAfter(session, experience, random, now) })
  }
  return past
}

const UNREVIEWED = { travellers: ['ann', 'bob'], each: 3, seats: 2, daysAgo: 5 }

/** What the first of the demo people have visited, so that they find something to review: each in other places. */
export function addUnreviewedVisits(experiences: readonly (SeedExperience & { past: Past })[], now: Date): void {
  const { travellers, each, seats, daysAgo } = UNREVIEWED
  const busy = experiences.filter(({ entry, capacity }) => !isQuiet(entry.experienceId) && capacity >= seats)
  const apart = Math.floor(busy.length / (travellers.length * each))
  for (let nth = 0; nth < travellers.length * each; nth++) {
    const { past, ...experience } = busy[nth * apart] as (typeof busy)[number]
    const { experienceId } = experience.entry
    const travellerId = travellers[nth % travellers.length] as string
    const sessionId = unreviewedSessionId(experienceId)
    past.sessions.push(pastSession(experience, { sessionId, daysAgo: daysAgo + nth, now }))
    past.visits.push({ sessionId, bookingId: `visit-${experienceId}-${travellerId}`, travellerId, seats })
  }
}

/** From an hour to five days after the end. */
function writtenAfter({ startsAt }: SeedSession, { entry }: SeedExperience, random: SeedRandom, now: Date): string {
  const over = Date.parse(startsAt) + entry.durationMinutes * 60_000
  return new Date(Math.min(over + DAY_MS * (0.05 + 5 * random.next() ** 2), now.getTime() - 60_000)).toISOString()
}

/** The newest first. Those written for this experience are among the newest, and so are what a page shows. */
function reviewsOf(experience: SeedExperience, people: readonly SeedPerson[], used: Set<string>, random: SeedRandom) {
  const count = Math.min(reviewCount(random), people.length)
  const authors = random.shuffled(people).slice(0, count)
  const own = experience.reviews.slice(0, count)
  const quality = random.next()
  const sentences = new Set<string>()
  const composed = authors.slice(own.length).map((author) => ({
    author,
    ...composeReview(experience, author, ratingOf(quality, random), { random, used, sentences }),
  }))
  const written = own.map((review, nth) => ({ author: authors[nth] as SeedPerson, ...review }))
  const newest = random.shuffled([...written, ...composed.slice(0, written.length)])
  return [...newest, ...composed.slice(written.length)]
}

/** Most experiences have about ten reviews, new ones none, famous ones more than forty. */
function reviewCount(random: SeedRandom): number {
  const chance = random.next()
  if (chance < 0.06) return 0
  if (chance < 0.2) return random.int(1, 3)
  if (chance < 0.75) return random.int(4, 12)
  if (chance < 0.95) return random.int(13, 24)
  return random.int(40, 58)
}

/** 4.4 on average; `quality` from 0 to 1 is that of the experience. */
function ratingOf(quality: number, random: SeedRandom): number {
  const chance = random.next() + (quality - 0.5) * 0.3
  if (chance > 0.44) return 5
  if (chance > 0.1) return 4
  if (chance > -0.04) return 3
  return chance > -0.09 ? 2 : 1
}

/** Whether nobody has booked the first session yet, as of most experiences. */
export const isQuiet = (experienceId: string) => randomOf(`demand for ${experienceId}`).next() < 0.7

/** Many of the next 24 sessions have some seats taken, a few nearly all, a few all. */
export function upcomingBookings(
  { entry: { experienceId } }: SeedExperience,
  upcoming: readonly SeedSession[],
  travellers: readonly SeedPerson[],
): SeedBooking[] {
  return upcoming.slice(isQuiet(experienceId) ? 1 : 0, 24).flatMap((session) => {
    const random = randomOf(`bookings of ${session.sessionId}`)
    const taken = Math.floor(session.capacity * takenShare(random))
    return toPartySizes(taken, random).map((seats, nth) => ({
      sessionId: session.sessionId,
      bookingId: `booked-${session.sessionId}-${nth}`,
      travellerId: random.pick(travellers).accountId,
      seats,
    }))
  })
}

function takenShare(random: SeedRandom): number {
  const chance = random.next()
  if (chance < 0.76) return 0
  if (chance < 0.88) return 0.4
  if (chance < 0.95) return 0.85
  return 1
}

function toPartySizes(seats: number, random: SeedRandom): number[] {
  const sizes: number[] = []
  for (let left = seats; left > 0; ) {
    const size = Math.min(left, random.int(2, 5))
    sizes.push(size)
    left -= size
  }
  return sizes
}
