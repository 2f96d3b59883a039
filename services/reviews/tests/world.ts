/** Reviews alone: the real service, database and broker; accounts and bookings are played by the test. */
import { randomUUID } from 'node:crypto'
import { getReviews, getVisit, writeReview } from '@fernweh/contracts/api/reviews'
import { profileChanged } from '@fernweh/contracts/events/accounts'
import { visitEnded } from '@fernweh/contracts/events/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { ExperienceRating } from '@fernweh/contracts/feeds/reviews'
import type { Identity } from '@fernweh/contracts/identity'
import { type Pool, readMigrations } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { newSealingKey, seal, serveKeys } from '@fernweh/kit/server/personal-data/sealing'
import { type ServiceProcess, startService } from '@fernweh/kit/testing/service-process'
import { createTestDatabase } from '@fernweh/kit/testing/test-database'
import { startTestNats } from '@fernweh/kit/testing/test-nats'
import { createTestOwner } from '@fernweh/kit/testing/test-owner'
import { until } from '@fernweh/kit/testing/until'

const folder = new URL('..', import.meta.url)

export type World = Awaited<ReturnType<typeof createWorld>>
export type Rating = Versioned<ExperienceRating>

export const as = (accountId: string): Identity => ({
  sub: accountId,
  role: 'traveller',
  sid: `sign-in-of-${accountId}`,
})
const newKey = () => `key-${randomUUID()}`

/** With `before`, the database is as it was before visits were asked for, and filled by it. */
export async function createWorld(before?: (pool: Pool) => Promise<void>) {
  const nats = await startTestNats()
  const broker: Broker = await nats.connect()
  const migrations = await readMigrations(new URL('migrations/', folder))
  const database = await createTestDatabase(before ? migrations.slice(0, 1) : migrations)
  await before?.(database.pool)
  const accounts = await createTestOwner(broker, 'accounts')
  const bookings = await createTestOwner(broker, 'bookings')
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

  /** Was there: the id of the booking, once reviews has heard of it. */
  async function visit(experienceId: string, travellerId: string): Promise<string> {
    const bookingId = `b-${randomUUID()}`
    const booking = { sessionId: `s-${bookingId}`, bookingId, travellerId, seats: 2 }
    await bookings.say(visitEnded, booking.sessionId, { ...booking, experienceId })
    await until(
      () => database.pool.query('select 1 from visits where booking_id = $1', [bookingId]),
      ({ rowCount }) => rowCount === 1,
    )
    return bookingId
  }

  const review = (bookingId: string, accountId: string, { rating = 5, text = 'lovely', key = newKey() } = {}) =>
    service.ask(writeReview, { params: { bookingId }, body: { rating, text }, by: as(accountId), key })

  return {
    broker,
    database,
    accounts,
    bookings,
    catalog,
    keys,
    read,
    /** The process that runs now. */
    service: () => service,
    async restart() {
      await service.kill()
      service = await start()
    },
    visit,
    visitOf: async (bookingId: string, by?: Identity) =>
      (await service.ask(getVisit, { params: { bookingId }, ...(by && { by }) })).body,
    review,
    /** Has been there, and writes of it. */
    async write(experienceId: string, accountId: string, { rating = 5, text = 'lovely' } = {}) {
      return review(await visit(experienceId, accountId), accountId, { rating, text })
    },
    async forgetViews() {
      await database.pool.query('truncate reviews, ratings')
      await database.pool.query(`delete from consumed where consumer = 'reviews-show-reviews'`)
      await broker.jsm.consumers.delete('reviews', 'reviews-show-reviews')
    },
    /** Waits until the view shows so many reviews. */
    shown: async (experienceId: string, count: number): Promise<Rating> =>
      (
        await until(
          () => read(experienceId),
          ({ rating }) => rating.data.count === count,
        )
      ).rating,
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
