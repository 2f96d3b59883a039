/** Seeds through the real services and their events. */
import { createKeys, OPS_TOKEN } from '@fernweh/kit/testing/process'
import { type ServiceProcess, startService } from '@fernweh/kit/testing/service-process'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { startTestNats, type TestNats } from '@fernweh/kit/testing/test-nats'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMarket } from '../src/seed/market.ts'
import { seed } from '../src/seed/seed.ts'
import { executables } from '../src/topology/processes.ts'

const { publicKey } = createKeys()
const toBase64 = (pem: string | Buffer) => Buffer.from(pem).toString('base64')
/** The services that the seed imports into. */
const seeded = ['accounts', 'catalog', 'bookings', 'reviews', 'search']
const services = executables.filter(({ folder }) => seeded.some((name) => folder === `services/${name}`))

let nats: TestNats
const databases = new Map<string, TestDatabase>()
const running = new Map<string, ServiceProcess>()

async function start({ name, folder, entry, database }: (typeof services)[number]): Promise<void> {
  const url = database && databases.get(database)?.url
  const env = {
    NATS_URL: nats.url,
    IDENTITY_PUBLIC_KEY: toBase64(publicKey.export({ type: 'spki', format: 'pem' })),
    ...(url && { DATABASE_URL: url }),
  }
  running.set(name, await startService(new URL(`../../${folder}/`, import.meta.url), env, entry))
}

beforeAll(async () => {
  nats = await startTestNats()
  for (const { database } of services) {
    if (database && !databases.has(database)) databases.set(database, await createTestDatabase([], { connections: 1 }))
  }
  await Promise.all(services.map(start))
})
afterAll(async () => {
  await Promise.all([...running.values()].map((service) => service.kill()))
  await nats.close()
  await Promise.all([...databases.values()].map((database) => database.drop()))
})

async function countEvents(): Promise<Record<string, number>> {
  const counts = [...databases].map(async ([name, { pool }]) => {
    const { rows } = await pool.query<{ n: number }>('select count(*) as n from events')
    return [name, rows[0]?.n ?? 0] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}

it('fills an empty market, and changes nothing the second time', async () => {
  const { people, experiences: all } = createMarket(new Date())
  // The whole market is what the stories run on, and takes a minute.
  const experiences = all.filter((_, i) => i % 10 === 0)
  const urls = Object.fromEntries([...running].map(([name, { url }]) => [name, url]))
  const seeding = { urls, opsToken: OPS_TOKEN }
  await seed(seeding, { people, experiences })
  const counts = await countEvents()
  await seed(seeding, { people, experiences })
  expect(await countEvents()).toEqual(counts)
  const count = (rowsOf: (experience: (typeof experiences)[number]) => unknown[]) =>
    experiences.reduce((sum, experience) => sum + rowsOf(experience).length, 0)
  const sessions = count(({ past, upcoming }) => [...past.sessions, ...upcoming])
  const visits = count(({ past }) => past.visits)
  expect(counts.catalog).toBe(experiences.length + sessions)
  // Every session that is scheduled is opened; every visit was booked and has ended; every review is of a visit.
  expect(counts.bookings).toBe(sessions + 2 * visits + count(({ bookings }) => bookings))
  expect(counts.reviews).toBe(count(({ past }) => past.reviews))
  expect(counts.accounts).toBeGreaterThanOrEqual(people.length)
  for (const service of running.values()) {
    const { checks } = (await service.ops('audit')).body
    expect(checks.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
  }
}, 300_000)
