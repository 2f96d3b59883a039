/** The seeded market: its experiences, past visits with their reviews, and bookings to come. It is the same each time, relative to `now`. */
import { readCities } from './cities.ts'
import { peopleOf, type SeedPerson, travellers } from './people.ts'
import { type SeedExperience, toSeedExperiences } from './seed-experience.ts'
import { type SeedSession, upcomingSessions } from './sessions.ts'
import { addUnreviewedVisits, createPast, isQuiet, type Past, type SeedBooking, upcomingBookings } from './visits.ts'

export interface MarketExperience extends SeedExperience {
  past: Past
  upcoming: SeedSession[]
  bookings: SeedBooking[]
}

export interface Market {
  people: SeedPerson[]
  experiences: MarketExperience[]
}

/** Sessions to come begin on the day after `now`, in the zone of their city. */
export function createMarket(now: Date): Market {
  const cities = readCities()
  const seeded = cities.flatMap(toSeedExperiences)
  // No composed review repeats one that was written for an experience.
  const used = new Set(seeded.flatMap(({ reviews }) => reviews.map(({ text }) => text)))
  const experiences = seeded.map((experience) => {
    const upcoming = upcomingSessions(experience, now)
    const past = createPast(experience, { authors: travellers, used, now })
    return { ...experience, upcoming, past, bookings: upcomingBookings(experience, upcoming, travellers) }
  })
  addUnreviewedVisits(experiences, now)
  return { people: peopleOf(cities), experiences }
}

/** The ids, in order, of experiences whose first session has no bookings and at least six seats. */
export function quietExperiences(): string[] {
  return readCities()
    .flatMap(toSeedExperiences)
    .filter(({ entry, capacity }) => capacity >= 6 && isQuiet(entry.experienceId))
    .map(({ entry }) => entry.experienceId)
    .sort()
}
