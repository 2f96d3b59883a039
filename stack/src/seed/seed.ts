/** Fills an empty market through the commands and imports of the services. Doing it twice changes nothing. */
import { openAccount } from '@fernweh/contracts/api/accounts'
import { importBookings } from '@fernweh/contracts/api/bookings'
import { importExperiences } from '@fernweh/contracts/api/catalog'
import { importReviews } from '@fernweh/contracts/api/reviews'
import { bringAll, inBatches, postImport, type Seeding, until } from './import.ts'
import { createMarket, type Offered } from './market.ts'
import type { SeedPerson } from './people.ts'
import type { SeedSession } from './sessions.ts'

export type { Seeding } from './import.ts'

/** `note` is told how far it is. */
export async function seed(seeding: Seeding, note: (text: string) => void = () => {}): Promise<void> {
  const { people, experiences } = createMarket()
  const reviews = experiences.flatMap(({ past }) => past.reviews)
  note(`${experiences.length} experiences, ${reviews.length} reviews`)
  await Promise.all([
    openAccounts(seeding, people),
    // The past first: its visits and reviews follow while the sessions to come are scheduled.
    bring(seeding, experiences, ({ past }) => past.sessions),
  ])
  await Promise.all([bringPast(seeding, experiences), bringUpcoming(seeding, experiences)])
  await untilHeard(seeding, experiences)
}

export async function openAccounts(seeding: Seeding, people: SeedPerson[]): Promise<void> {
  await inBatches(people, 40, (batch) =>
    Promise.all(batch.map((person) => postImport(seeding, 'accounts', openAccount, person))),
  )
}

async function bring(seeding: Seeding, experiences: Offered[], sessionsOf: (one: Offered) => SeedSession[]) {
  await inBatches(experiences, 50, async (batch) => {
    const offers = batch.map((one) => ({ ...one.offer, sessions: sessionsOf(one) }))
    const { rejected } = await postImport(seeding, 'catalog', importExperiences, { experiences: offers })
    if (rejected.length > 0) throw new Error(`catalog rejected ${JSON.stringify(rejected)}`)
  })
}

async function bringPast(seeding: Seeding, experiences: Offered[]): Promise<void> {
  const visits = experiences.flatMap(({ past }) => past.visits)
  await bringBookings(seeding, visits)
  const reviews = experiences.flatMap(({ past }) => past.reviews)
  await bringAll(reviews, (batch) => postImport(seeding, 'reviews', importReviews, { reviews: batch }), {
    waitFor: 'no-such-visit',
  })
}

async function bringUpcoming(seeding: Seeding, experiences: Offered[]): Promise<void> {
  await bring(seeding, experiences, ({ upcoming }) => upcoming)
  await bringBookings(
    seeding,
    experiences.flatMap(({ bookings }) => bookings),
  )
}

/** Seats that others have taken in the meantime are theirs. */
const bringBookings = (seeding: Seeding, rows: Offered['bookings']) =>
  bringAll(rows, (bookings) => postImport(seeding, 'bookings-processor', importBookings, { bookings }), {
    waitFor: 'no-such-session',
    leave: ['session-full'],
  })

/** The market is open once its readers have heard of it: search knows the last session and every review. */
async function untilHeard({ urls }: Seeding, experiences: Offered[]): Promise<void> {
  const last = experiences.at(-1) as Offered
  const reviewed = experiences.findLast(({ past }) => past.reviews.length > 0) as Offered
  const find = async ({ offer }: Offered) =>
    (await (await fetch(`${urls.search}/experiences/${offer.experienceId}`)).json()) as Found
  await until('search finds the last experience with its sessions', async () =>
    Boolean((await find(last)).experience?.data.next),
  )
  await until('search knows the reviews', async () => {
    const { experience } = await find(reviewed)
    return (experience?.data.rating.count ?? 0) >= reviewed.past.reviews.length
  })
}

interface Found {
  experience?: { data: { next: object | null; rating: { count: number } } }
}
