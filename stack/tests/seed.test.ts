/** Seeding as it happens: through the real services, and their events. */
import { createKeys, OPS_TOKEN } from '@fernweh/kit/server/testing/process'
import { type ServiceProcess, startService } from '@fernweh/kit/server/testing/service-process'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/server/testing/test-database'
import { startTestNats, type TestNats } from '@fernweh/kit/server/testing/test-nats'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { executables } from '../src/processes.ts'
import { seed } from '../src/seed.ts'

const { publicKey, privateKey } = createKeys()
const toBase64 = (pem: string | Buffer) => Buffer.from(pem).toString('base64')
/** Those that ask third parties have no part in it. */
const services = executables.filter(({ folder, asks }) => folder.startsWith('services/') && !asks.length)

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

it('fills an empty market, once however often it is done', async () => {
  const urls = Object.fromEntries([...running].map(([name, { url }]) => [name, url]))
  const identityPrivateKey = toBase64(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const seeding = { urls, opsToken: OPS_TOKEN, identityPrivateKey }
  await seed(seeding)
  const counts = await countEvents()
  await seed(seeding)
  expect(await countEvents()).toEqual(counts)
  const { catalog = 0, bookings = 0, reviews = 0 } = counts
  // Every session that is scheduled is opened; every review is of a visit, which was booked and has ended.
  expect(bookings).toBe(catalog - 20 + 2 * reviews)
  for (const service of running.values()) {
    const { checks } = (await service.ops('audit')).body
    expect(checks.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
  }
})
