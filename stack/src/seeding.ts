import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Seeding, seed } from './seed.ts'

/** Once per state folder; a seeding that failed half-way is done again at the next start. */
export async function seedOnce(state: string, seeding: Seeding, note: (text: string) => void) {
  const mark = join(state, 'seeded')
  if (existsSync(mark)) return
  await seed(seeding, note)
  writeFileSync(mark, new Date().toISOString())
}
