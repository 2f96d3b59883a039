/** Adds to the small market until it is large. When interrupted, the next start continues where it stopped. */
import { importExperiences } from '@fernweh/contracts/api/catalog'
import { postImport, type Seeding, type SeedOptions, until } from './import.ts'
import { createLargeMarket, guides, LARGE, type LargeExperience } from './large-market.ts'
import { createMarket } from './market.ts'
import { createProgress } from './progress.ts'
import { openAccounts } from './seed.ts'

/** Experiences of one request. */
const BATCH = 100
/** The number of batches that catalog may be ahead of bookings. */
const MAX_AHEAD = 8
const TIMEOUT_MS = 600_000

export interface SeedProgress {
  /** The number of experiences that are open for booking. */
  read(): number
  write(done: number): void
}

interface LargeSeedOptions extends SeedOptions {
  progress: SeedProgress
  size?: typeof LARGE
}

export async function seedLarge(
  seeding: Seeding,
  { now, note, progress, size = LARGE }: LargeSeedOptions,
): Promise<void> {
  const missing = missingFrom(size, now)
  const experienceAt = createLargeMarket(missing, now)
  const report = createProgress('sessions', missing.sessions, note, () => performance.now())
  const sessionsUpTo = (nth: number) => Math.floor((nth * missing.sessions) / missing.experiences)

  await openAccounts(seeding, guides())
  const opening: { upTo: number; opened: Promise<void> }[] = []
  for (let nth = progress.read(); nth < missing.experiences; nth += BATCH) {
    const upTo = Math.min(nth + BATCH, missing.experiences)
    const batch = Array.from({ length: upTo - nth }, (_, offset) => experienceAt(nth + offset))
    await importBatch(seeding, batch)
    opening.push({ upTo, opened: untilOpened(seeding, batch) })
    while (opening.length > MAX_AHEAD || (upTo === missing.experiences && opening.length > 0)) {
      const first = opening.shift() as (typeof opening)[number]
      await first.opened
      progress.write(first.upTo)
      report(sessionsUpTo(first.upTo))
    }
  }
  note('search reads what bookings has opened')
  await untilFound(seeding, experienceAt(missing.experiences - 1))
  note(`${size.experiences.toLocaleString('en')} experiences, ${size.sessions.toLocaleString('en')} sessions`)
}

function missingFrom(size: typeof LARGE, now: Date) {
  const small = createMarket(now).experiences
  const smallSessions = small.reduce((sum, { past, upcoming }) => sum + past.sessions.length + upcoming.length, 0)
  return { experiences: size.experiences - small.length, sessions: size.sessions - smallSessions }
}

async function importBatch(seeding: Seeding, batch: LargeExperience[]): Promise<void> {
  const experiences = batch.map(({ entry, sessions }) => ({ ...entry, sessions }))
  const { rejected } = await postImport(seeding, 'catalog', importExperiences, { experiences })
  if (rejected.length > 0) throw new Error(`catalog rejected ${JSON.stringify(rejected)}`)
}

/** Bookings opens sessions in order: once the last is open, all are. */
async function untilOpened({ urls }: Seeding, batch: LargeExperience[]): Promise<void> {
  const last = batch.findLast(({ sessions }) => sessions.length > 0)?.sessions.at(-1)
  if (!last) return
  const feed = `${urls['bookings-api']}/feeds/session.${last.sessionId}`
  await until('bookings opens the sessions', async () => (await fetch(feed)).ok, TIMEOUT_MS)
}

async function untilFound({ urls }: Seeding, { entry }: LargeExperience): Promise<void> {
  const url = `${urls.search}/experiences/${entry.experienceId}`
  const isFound = async () => {
    const answer = (await (await fetch(url)).json()) as { experience?: { data: { next: object | null } } }
    return Boolean(answer.experience?.data.next)
  }
  await until('search finds the last experience', isFound, TIMEOUT_MS)
}
