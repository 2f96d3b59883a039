/** Reviews alone: the real service, database and broker; accounts, bookings and catalog are played by the test. */
import { randomUUID } from 'node:crypto'
import type { AnswerOf } from '@fernweh/contracts/api/operation'
import { getReviews, getVisit, writeReview } from '@fernweh/contracts/api/reviews'
import { profileChanged } from '@fernweh/contracts/events/accounts'
import { visitEnded } from '@fernweh/contracts/events/bookings'
import type { Identity } from '@fernweh/contracts/identity'
import { type Pool, readMigrations } from '@fernweh/kit/server/database/database'
import type { AuditCheck } from '@fernweh/kit/server/event-log/audit'
import { newSealingKey, seal, serveKeys } from '@fernweh/kit/server/personal-data/sealing'
import { createTestContext } from '@fernweh/kit/testing/process'
import { type ServiceProcess, startService } from '@fernweh/kit/testing/service-process'
import { createTestDatabase } from '@fernweh/kit/testing/test-database'
import { startTestNats } from '@fernweh/kit/testing/test-nats'
import { createTestOwner } from '@fernweh/kit/testing/test-owner'
import { until } from '@fernweh/kit/testing/until'
import { REVIEWS_CONSUMER } from '../src/views/reviews.ts'

const folder = new URL('..', import.meta.url)

export type World = Awaited<ReturnType<typeof createWorld>>

export const as = (accountId: string): Identity => ({
  sub: accountId,
  role: 'traveller',
  sid: `sign-in-of-${accountId}`,
})

/** With `fill`, the database is at its first migration and filled by it before the service starts. */
export async function createWorld(fill?: (pool: Pool) => Promise<void>) {
  const nats = await startTestNats()
  const broker = await nats.connect()
  const migrations = await readMigrations(new URL('migrations/', folder))
  const database = await createTestDatabase(fill ? migrations.slice(0, 1) : migrations)
  await fill?.(database.pool)
  const accounts = await createTestOwner(broker, 'accounts')
  const bookings = await createTestOwner(broker, 'bookings')
  const catalog = await createTestOwner(broker, 'catalog')
  const keys = new Map<string, Buffer>()
  serveKeys({ broker, subject: 'keys.accounts', log: createTestContext().context.log }, async (persons) => {
    return new Map(persons.flatMap((person) => (keys.has(person) ? [[person, keys.get(person) as Buffer]] : [])))
  })

  const start = () => startService(folder, { DATABASE_URL: database.url, NATS_URL: nats.url })
  let service: ServiceProcess = await start()

  async function read(experienceId: string, by?: Identity): Promise<AnswerOf<typeof getReviews>> {
    return (await service.call(getReviews, { params: { experienceId }, ...(by && { by }) })).body
  }

  async function isStored(table: 'visits' | 'names', column: string, value: string): Promise<boolean> {
    return (await database.pool.query(`select 1 from ${table} where ${column} = $1`, [value])).rowCount === 1
  }

  /** Ends a visit and waits until reviews has consumed that; returns the id of the booking. */
  async function visit(experienceId: string, travellerId: string): Promise<string> {
    const bookingId = `b-${randomUUID()}`
    const booking = { sessionId: `s-${bookingId}`, bookingId, travellerId, seats: 2 }
    await bookings.append(visitEnded, booking.sessionId, { ...booking, experienceId })
    await until(() => isStored('visits', 'booking_id', bookingId), Boolean)
    return bookingId
  }

  function review(
    bookingId: string,
    accountId: string,
    { rating = 5, text = 'lovely', key = `key-${randomUUID()}` } = {},
  ) {
    return service.call(writeReview, { params: { bookingId }, body: { rating, text }, by: as(accountId), key })
  }

  async function changeName(accountId: string, name: string, how?: { lost?: boolean }): Promise<void> {
    const key = keys.get(accountId) ?? newSealingKey()
    keys.set(accountId, key)
    const profile = { accountId, homeCity: null, locale: 'en', currency: 'EUR', interests: [] }
    await accounts.append(profileChanged, accountId, { ...profile, name: seal(name, accountId, key) }, how)
  }

  const isNameStored = (accountId: string) => isStored('names', 'account_id', accountId)

  async function failingChecks(): Promise<AuditCheck[]> {
    return (await service.ops('audit')).body.checks.filter(({ ok }: AuditCheck) => !ok)
  }

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
    /** Empties reviews and ratings, and starts the service, which consumes its stream again. */
    async rebuildViews() {
      await service.kill()
      await database.pool.query('truncate reviews, ratings')
      await database.pool.query('delete from consumed where consumer = $1', [REVIEWS_CONSUMER])
      await broker.jsm.consumers.delete('reviews', REVIEWS_CONSUMER)
      service = await start()
    },
    visit,
    async visitOf(bookingId: string, by?: Identity): Promise<AnswerOf<typeof getVisit>> {
      return (await service.call(getVisit, { params: { bookingId }, ...(by && { by }) })).body
    },
    review,
    /** Ends a visit and reviews it. */
    async write(experienceId: string, accountId: string, { rating = 5, text = 'lovely' } = {}) {
      return review(await visit(experienceId, accountId), accountId, { rating, text })
    },
    /** Waits until the view has that many reviews. */
    async shown(experienceId: string, count: number) {
      const { rating } = await until(
        () => read(experienceId),
        (shown) => shown.rating.data.count === count,
      )
      return rating
    },
    /** Waits until the service has consumed all of its own stream. */
    drained: () =>
      until(
        () => broker.jsm.consumers.info('reviews', REVIEWS_CONSUMER),
        ({ num_pending, num_ack_pending }) => num_pending === 0 && num_ack_pending === 0,
      ),
    changeName,
    isNameStored,
    async addPerson(accountId: string, name: string) {
      await changeName(accountId, name)
      await until(() => isNameStored(accountId), Boolean)
    },
    failingChecks,
    /** What is shown may still be marked as not published for a moment. */
    auditPasses: () => until(failingChecks, (failing) => failing.length === 0),
    async end() {
      await service.kill()
      await nats.close()
      await database.drop()
    },
  }
}
