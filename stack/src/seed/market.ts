/** The market of the seed, the same each time: what there is, who has been where, and who is going. */
import { experiencesOf, readCities, type SeedExperience } from './cities.ts'
import { peopleOf, type SeedPerson, travellers } from './people.ts'
import { type SeedSession, upcomingSessions } from './sessions.ts'
import { bookingsOf, isQuiet, type Past, pastOf, type SeedBooking } from './visits.ts'

export interface Offered extends SeedExperience {
  past: Past
  upcoming: SeedSession[]
  bookings: SeedBooking[]
}

export interface Market {
  people: SeedPerson[]
  experiences: Offered[]
}

export function createMarket(): Market {
  const cities = readCities()
  const listed = cities.flatMap(experiencesOf)
  // What was written for one experience is nobody's to say of another.
  const used = new Set(listed.flatMap(({ said }) => said.map(({ text }) => text)))
  const experiences = listed.map((experience) => {
    const upcoming = upcomingSessions(experience)
    const past = pastOf(experience, travellers, used)
    return { ...experience, upcoming, past, bookings: bookingsOf(experience, upcoming, travellers) }
  })
  return { people: peopleOf(cities), experiences }
}

/** By their ids, in order: those whose first session is free, with seats for several. */
export function quietExperiences(): string[] {
  const listed = readCities().flatMap(experiencesOf)
  return listed
    .filter(({ offer, capacity }) => capacity >= 6 && isQuiet(offer.experienceId))
    .map(({ offer }) => offer.experienceId)
    .sort()
}
