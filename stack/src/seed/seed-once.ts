import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Seeding, seed } from './seed.ts'
import { type Mark, seedLarge } from './seed-large.ts'

export type SeedSize = 'small' | 'large'

/** Once per state folder; a seeding that failed or was broken off half-way goes on at the next start. */
export async function seedOnce(
  state: string,
  seeding: Seeding,
  { size, note }: { size: SeedSize; note: (text: string) => void },
): Promise<void> {
  const mark = join(state, 'seeded')
  if (!existsSync(mark)) {
    await seed(seeding, note)
    writeFileSync(mark, new Date().toISOString())
  }
  if (size === 'large') await seedLarge(seeding, { note, mark: markIn(join(state, 'seeded-large')) })
}

const markIn = (file: string): Mark => ({
  read: () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0),
  write: (done) => writeFileSync(file, String(done)),
})
