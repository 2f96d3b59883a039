/** Reviews alone: the real service, database and broker; accounts and catalog are played by the test. */
import { getReviews, writeReview } from '@fernweh/contracts/api/reviews'
import { profileChanged } from '@fernweh/contracts/events/accounts'
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { ExperienceRating } from '@fernweh/contracts/feeds/reviews'
import type { Identity } from '@fernweh/contracts/identity'
import type { Broker } from '@fernweh/kit/server/broker'
import { readMigrations } from '@fernweh/kit/server/database'
import { newSealingKey, seal, serveKeys } from '@fernweh/kit/server/sealing'
import { type ServiceProcess, startService } from '@fernweh/kit/server/testing/service-process'
import { createTestDatabase } from '@fernweh/kit/server/testing/test-database'
import { startTestNats } from '@fernweh/kit/server/testing/test-nats'
import { createTestOwner } from '@fernweh/kit/server/testing/test-owner'
import { until } from '@fernweh/kit/server/testing/until'

const folder = new URL('..', import.meta.url)

export type World = Awaited<ReturnType<typeof createWorld>>
export type Rating = Versioned<ExperienceRating>

export const as = (accountId: string): Identity => ({
  sub: accountId,
  role: 'traveller',
  sid: `sign-in-of-${accountId}`,
})
const newKey = () => `key-${Math.random().toString(36).slice(2)}`

export async function createWorld() {
  const nats = await startTestNats()
  const broker: Broker = await nats.connect()
  const database = await createTestDatabase(await readMigrations(new URL('migrations/', folder)))
  const accounts = await createTestOwner(broker, 'accounts')
  const catalog = await createTestOwner(broker, 'catalog')
  const keys = new Map<string, Buffer>()
  serveKeys(
    broker,
    'keys.accounts',
    async (persons) =>
      new Map(persons.flatMap((person) => (keys.has(person) ? [[person, keys.get(person) as Buffer]] : []))),
  )

  const start = () => startService(folder, { DATABASE_URL: database.url, NATS_URL: nats.url })
  let service: ServiceProcess = await start()

  const read = async (experienceId: string, by?: Identity) =>
    (await service.ask(getReviews, { params: { experienceId }, ...(by && { by }) })).body

  return {
    broker,
    database,
    accounts,
    keys,
    read,
    /** The process that runs now. */
    service: () => service,
    async restart() {
      await service.kill()
      service = await start()
    },
    write: (experienceId: string, accountId: string, { rating = 5, text = 'lovely', key = newKey() } = {}) =>
      service.ask(writeReview, { params: { experienceId }, body: { rating, text }, by: as(accountId), key }),
    /** Waits until the view shows so many reviews. */
    shown: async (experienceId: string, count: number): Promise<Rating> =>
      (
        await until(
          () => read(experienceId),
          ({ rating }) => rating.data.count === count,
        )
      ).rating,
    async publish(experienceId: string) {
      await catalog.say(experiencePublished, experienceId, { ...tiles, experienceId })
      await until(
        () => database.pool.query('select 1 from experiences where experience_id = $1', [experienceId]),
        ({ rowCount }) => rowCount === 1,
      )
    },
    async call(accountId: string, name: string, how?: { lost?: boolean }) {
      const key = keys.get(accountId) ?? newSealingKey()
      keys.set(accountId, key)
      const profile = { accountId, homeCity: null, locale: 'en', currency: 'EUR', interests: [] }
      await accounts.say(profileChanged, accountId, { ...profile, name: seal(name, accountId, key) }, how)
    },
    failingChecks: async () => (await service.ops('audit')).body.checks.filter(({ ok }: { ok: boolean }) => !ok),
    async end() {
      await service.kill()
      await nats.close()
      await database.drop()
    },
  }
}

const tiles = {
  hostId: 'cleo',
  title: 'Paint your own tiles',
  summary: 'Two hours with brush and glaze',
  description: 'In a workshop in Alfama.',
  city: 'Lisbon',
  country: 'PT',
  place: { latitude: 38.71, longitude: -9.13 },
  zone: 'Europe/Lisbon',
  category: 'craft' as const,
  durationMinutes: 120,
  languages: ['en'],
  price: { amount: 4500, currency: 'EUR' },
}
