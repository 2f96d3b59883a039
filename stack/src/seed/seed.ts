/** Fills an empty market through the operations and imports of the services. Seeding twice changes nothing. */
import { openAccount } from '@fernweh/contracts/api/accounts'
import { importBookings } from '@fernweh/contracts/api/bookings'
import { importExperiences } from '@fernweh/contracts/api/catalog'
import { importReviews } from '@fernweh/contracts/api/reviews'
import { importAll, inBatches, postImport, type Seeding, until } from './import.ts'
import type { Market, MarketExperience } from './market.ts'
import type { SeedPerson } from './people.ts'
import type { SeedSession } from './sessions.ts'

export type { Seeding } from './import.ts'

/** `note` receives the progress in a few words. */
export async function seed(
  seeding: Seeding,
  { people, experiences }: Market,
  note: (text: string) => void = () => {},
): Promise<void> {
  const reviews = experiences.flatMap(({ past }) => past.reviews)
  note(`${experiences.length} experiences, ${reviews.length} reviews`)
  await Promise.all([
    openAccounts(seeding, people),
    // Past sessions first, so that their visits are imported while sessions to come are scheduled.
    importSessions(seeding, experiences, ({ past }) => past.sessions),
  ])
  await Promise.all([importPast(seeding, experiences), importUpcoming(seeding, experiences)])
  await untilSearchable(seeding, experiences)
}

export async function openAccounts(seeding: Seeding, people: SeedPerson[]): Promise<void> {
  await inBatches(people, 40, (batch) =>
    Promise.all(batch.map((person) => postImport(seeding, 'accounts', openAccount, person))),
  )
}

async function importSessions(
  seeding: Seeding,
  experiences: MarketExperience[],
  sessionsOf: (experience: MarketExperience) => SeedSession[],
) {
  await inBatches(experiences, 50, async (batch) => {
    const rows = batch.map((experience) => ({ ...experience.entry, sessions: sessionsOf(experience) }))
    const { rejected } = await postImport(seeding, 'catalog', importExperiences, { experiences: rows })
    if (rejected.length > 0) throw new Error(`catalog rejected ${JSON.stringify(rejected)}`)
  })
}

async function importPast(seeding: Seeding, experiences: MarketExperience[]): Promise<void> {
  const visits = experiences.flatMap(({ past }) => past.visits)
  await importSeatBookings(seeding, visits)
  const reviews = experiences.flatMap(({ past }) => past.reviews)
  await importAll(reviews, (batch) => postImport(seeding, 'reviews', importReviews, { reviews: batch }), {
    retry: 'no-such-visit',
  })
}

async function importUpcoming(seeding: Seeding, experiences: MarketExperience[]): Promise<void> {
  await importSessions(seeding, experiences, ({ upcoming }) => upcoming)
  await importSeatBookings(
    seeding,
    experiences.flatMap(({ bookings }) => bookings),
  )
}

/** Seats that somebody else has taken in the meantime stay theirs. */
const importSeatBookings = (seeding: Seeding, rows: MarketExperience['bookings']) =>
  importAll(rows, (bookings) => postImport(seeding, 'bookings-processor', importBookings, { bookings }), {
    retry: 'no-such-session',
    ignore: ['session-full'],
  })

/** Waits until search has the last session and every review. */
async function untilSearchable({ urls }: Seeding, experiences: MarketExperience[]): Promise<void> {
  const last = experiences.at(-1) as MarketExperience
  const reviewed = experiences.findLast(({ past }) => past.reviews.length > 0) as MarketExperience
  const find = async ({ entry }: MarketExperience) =>
    (await (await fetch(`${urls.search}/experiences/${entry.experienceId}`)).json()) as SearchAnswer
  await until('search finds the last experience with its sessions', async () =>
    Boolean((await find(last)).experience?.data.next),
  )
  await until('search knows the reviews', async () => {
    const { experience } = await find(reviewed)
    return (experience?.data.rating.count ?? 0) >= reviewed.past.reviews.length
  })
}

interface SearchAnswer {
  experience?: { data: { next: object | null; rating: { count: number } } }
}
