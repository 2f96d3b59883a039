/** Adds to the small market until it is large. Broken off, it goes on where it was. */
import { importExperiences } from '@fernweh/contracts/api/catalog'
import { postImport, type Seeding, until } from './import.ts'
import { createLargeMarket, guides, LARGE, type LargeOffer } from './large.ts'
import { createMarket } from './market.ts'
import { createProgress } from './progress.ts'
import { openAccounts } from './seed.ts'

/** Experiences of one request, and how many requests catalog may be ahead of what bookings has opened. */
const BATCH = 100
const AHEAD = 8
const PATIENCE_MS = 600_000

export interface Mark {
  /** How many of its experiences are in the market, open for booking. */
  read(): number
  write(done: number): void
}

export async function seedLarge(
  seeding: Seeding,
  { note, mark, size = LARGE }: { note: (text: string) => void; mark: Mark; size?: typeof LARGE },
): Promise<void> {
  const small = createMarket().experiences
  const smallSessions = small.reduce((sum, { past, upcoming }) => sum + past.sessions.length + upcoming.length, 0)
  const missing = { experiences: size.experiences - small.length, sessions: size.sessions - smallSessions }
  const offerAt = createLargeMarket(missing)
  const progress = createProgress('sessions', missing.sessions, note)
  const sessionsUpTo = (nth: number) => Math.floor((nth * missing.sessions) / missing.experiences)

  await openAccounts(seeding, guides())
  const opening: { upTo: number; opened: Promise<void> }[] = []
  for (let nth = mark.read(); nth < missing.experiences; nth += BATCH) {
    const upTo = Math.min(nth + BATCH, missing.experiences)
    const offers = Array.from({ length: upTo - nth }, (_, more) => offerAt(nth + more))
    await bring(seeding, offers)
    opening.push({ upTo, opened: untilOpened(seeding, offers) })
    while (opening.length > AHEAD || (upTo === missing.experiences && opening.length > 0)) {
      const first = opening.shift() as (typeof opening)[number]
      await first.opened
      mark.write(first.upTo)
      progress(sessionsUpTo(first.upTo))
    }
  }
  note('search reads what bookings has opened')
  await untilFound(seeding, offerAt(missing.experiences - 1))
  note(`${size.experiences.toLocaleString('en')} experiences, ${size.sessions.toLocaleString('en')} sessions`)
}

async function bring(seeding: Seeding, offers: LargeOffer[]): Promise<void> {
  const experiences = offers.map(({ offer, sessions }) => ({ ...offer, sessions }))
  const { rejected } = await postImport(seeding, 'catalog', importExperiences, { experiences })
  if (rejected.length > 0) throw new Error(`catalog rejected ${JSON.stringify(rejected)}`)
}

/** Bookings opens sessions in their order: with the last one, all are open. */
async function untilOpened({ urls }: Seeding, offers: LargeOffer[]): Promise<void> {
  const last = offers.findLast(({ sessions }) => sessions.length > 0)?.sessions.at(-1)
  if (!last) return
  const feed = `${urls['bookings-api']}/feeds/session.${last.sessionId}`
  await until('bookings opens the sessions', async () => (await fetch(feed)).ok, PATIENCE_MS)
}

async function untilFound({ urls }: Seeding, { offer }: LargeOffer): Promise<void> {
  const page = `${urls.search}/experiences/${offer.experienceId}`
  const isFound = async () => {
    const said = (await (await fetch(page)).json()) as { experience?: { data: { next: object | null } } }
    return Boolean(said.experience?.data.next)
  }
  await until('search finds the last experience', isFound, PATIENCE_MS)
}
