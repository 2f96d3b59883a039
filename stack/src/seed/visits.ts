/** Who has been where in the past year, and what they said of it; and who is going to be. */
import type { SeedExperience } from './cities.ts'
import { type Said, sayOf } from './opinions.ts'
import type { SeedPerson } from './people.ts'
import { type Random, randomOf } from './random.ts'
import { DAY_MS, pastSession, pastSessionId, type SeedSession, visitedSessionId } from './sessions.ts'

export interface SeedBooking {
  sessionId: string
  bookingId: string
  travellerId: string
  seats: number
}
export interface SeedReview extends Said {
  bookingId: string
  writtenAt: string
}

export interface Past {
  sessions: SeedSession[]
  visits: SeedBooking[]
  reviews: SeedReview[]
}

const MAX_AGO = 358

/** `used` are the texts of all experiences so far. */
export function pastOf(experience: SeedExperience, travellers: readonly SeedPerson[], used: Set<string>): Past {
  const { experienceId } = experience.offer
  const random = randomOf(`past of ${experienceId}`)
  const opinions = opinionsOf(experience, travellers, used, random)
  const past: Past = { sessions: [pastSession(experience, visitedSessionId(experienceId), 3)], visits: [], reviews: [] }
  let left = 0
  for (const [nth, { author, ...said }] of opinions.entries()) {
    const seats = Math.min(random.pick([1, 2, 2, 2, 3]), experience.capacity)
    // A few share a session, as in life.
    if (nth === 0 || seats > left || random.next() < 0.4) {
      const daysAgo = 4 + Math.floor(((nth + random.next()) * MAX_AGO) / opinions.length)
      past.sessions.push(pastSession(experience, pastSessionId(experienceId, past.sessions.length), daysAgo))
      left = experience.capacity
    }
    left -= seats
    const session = past.sessions.at(-1) as SeedSession
    const bookingId = `visit-${experienceId}-${author.accountId}`
    past.visits.push({ sessionId: session.sessionId, bookingId, travellerId: author.accountId, seats })
    past.reviews.push({ ...said, bookingId, writtenAt: writtenAfter(session, experience, random) })
  }
  return past
}

/** On the way home, or days later. */
function writtenAfter({ startsAt }: SeedSession, { offer }: SeedExperience, random: Random): string {
  const over = Date.parse(startsAt) + offer.durationMinutes * 60_000
  return new Date(Math.min(over + DAY_MS * (0.05 + 5 * random.next() ** 2), Date.now() - 60_000)).toISOString()
}

/** The newest first. What was said of nothing but this comes first, and so is what a page shows. */
function opinionsOf(experience: SeedExperience, travellers: readonly SeedPerson[], used: Set<string>, random: Random) {
  const number = Math.min(howMany(random), travellers.length)
  const authors = random.shuffled(travellers).slice(0, number)
  const own = experience.said.slice(0, number)
  const goodness = random.next()
  const sentences = new Set<string>()
  const others = authors
    .slice(own.length)
    .map((author) => ({ author, ...sayOf(experience, author, starsOf(goodness, random), { random, used, sentences }) }))
  const said = own.map((one, nth) => ({ author: authors[nth] as SeedPerson, ...one }))
  const newest = random.shuffled([...said, ...others.slice(0, said.length)])
  return [...newest, ...others.slice(said.length)]
}

/** Most have about ten, some are new, a few are famous. */
function howMany(random: Random): number {
  const chance = random.next()
  if (chance < 0.06) return 0
  if (chance < 0.2) return random.int(1, 3)
  if (chance < 0.75) return random.int(4, 12)
  if (chance < 0.95) return random.int(13, 24)
  return random.int(40, 58)
}

/** On average 4.4; `goodness` from 0 to 1 is what the experience itself is worth. */
function starsOf(goodness: number, random: Random): number {
  const chance = random.next() + (goodness - 0.5) * 0.3
  if (chance > 0.44) return 5
  if (chance > 0.1) return 4
  if (chance > -0.04) return 3
  return chance > -0.09 ? 2 : 1
}

/** Of most experiences, nobody has booked the first session yet. */
export const isQuiet = (experienceId: string) => randomOf(`demand for ${experienceId}`).next() < 0.7

/** Booked elsewhere, to come: many sessions of the next weeks have some seats taken, a few nearly all, a few all. */
export function bookingsOf(
  { offer: { experienceId } }: SeedExperience,
  upcoming: readonly SeedSession[],
  travellers: readonly SeedPerson[],
): SeedBooking[] {
  return upcoming.slice(isQuiet(experienceId) ? 1 : 0, 24).flatMap((session) => {
    const random = randomOf(`bookings of ${session.sessionId}`)
    const taken = Math.floor(session.capacity * takenShare(random))
    return seatsTogether(taken, random).map((seats, nth) => ({
      sessionId: session.sessionId,
      bookingId: `booked-${session.sessionId}-${nth}`,
      travellerId: random.pick(travellers).accountId,
      seats,
    }))
  })
}

function takenShare(random: Random): number {
  const chance = random.next()
  if (chance < 0.76) return 0
  if (chance < 0.88) return 0.4
  if (chance < 0.95) return 0.85
  return 1
}

function seatsTogether(seats: number, random: Random): number[] {
  const parties: number[] = []
  for (let left = seats; left > 0; ) {
    const party = Math.min(left, random.int(2, 5))
    parties.push(party)
    left -= party
  }
  return parties
}
