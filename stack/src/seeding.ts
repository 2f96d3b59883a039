import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seed } from './seed.ts'

/** What `seed` in `seed.ts` is given, once everything is ready. */
export interface Seeding {
  /** By process and by instance. */
  urls: Record<string, string>
  opsToken: string
  /** Base64 of PEM (PKCS #8): who seeds may act as anybody. */
  identityPrivateKey: string
}

/** Once per state folder; a seeding that failed half-way is done again at the next start. */
export async function seedOnce(state: string, seeding: Seeding) {
  const mark = join(state, 'seeded')
  if (existsSync(mark)) return
  await seed(seeding)
  writeFileSync(mark, new Date().toISOString())
}
