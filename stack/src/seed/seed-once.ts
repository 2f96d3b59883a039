import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Seeding, SeedOptions } from './import.ts'
import { createMarket } from './market.ts'
import { seed } from './seed.ts'
import { type SeedProgress, seedLarge } from './seed-large.ts'

export type SeedSize = 'small' | 'large'

/** Seeds once per state folder. A seeding that failed or was interrupted continues at the next start. */
export async function seedOnce(
  state: string,
  seeding: Seeding,
  { size, now, note }: SeedOptions & { size: SeedSize },
): Promise<void> {
  const seeded = join(state, 'seeded')
  if (!existsSync(seeded)) {
    await seed(seeding, createMarket(now), note)
    writeFileSync(seeded, now.toISOString())
  }
  if (size === 'large') await seedLarge(seeding, { now, note, progress: progressIn(join(state, 'seeded-large')) })
}

const progressIn = (file: string): SeedProgress => ({
  read: () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0),
  write: (done) => writeFileSync(file, String(done)),
})
