/** Bookings alone: real processes, database and broker; catalog is played by the test. */
import {
  cancelBooking,
  getBooking,
  getTicket,
  holdSeats,
  listSessions,
  myBookings,
  releaseHold,
} from '@fernweh/contracts/api/bookings'
import { sessionScheduled } from '@fernweh/contracts/events/catalog'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Identity } from '@fernweh/contracts/identity'
import { type Pool, readMigrations, transaction } from '@fernweh/kit/server/database'
import { type ServiceProcess, startService } from '@fernweh/kit/server/testing/service-process'
import { createTestDatabase } from '@fernweh/kit/server/testing/test-database'
import { startTestNats } from '@fernweh/kit/server/testing/test-nats'
import { createTestOwner } from '@fernweh/kit/server/testing/test-owner'
import { until } from '@fernweh/kit/server/testing/until'
import { openIn } from '../src/adapters/open-sessions.ts'
import type { Opening } from '../src/domain/open-session.ts'

const folder = new URL('..', import.meta.url)
export const migrations = () => readMigrations(new URL('migrations/', folder))

export const traveller = (accountId: string): Identity => ({ sub: accountId, role: 'traveller', sid: 'sign-in' })
let keys = 0
export const newKey = () => `key-${(keys++).toString().padStart(8, '0')}`

const terms = {
  experienceId: 'tiles',
  startsAt: new Date(Date.now() + 86_400_000).toISOString(),
  zone: 'Europe/Lisbon',
  durationMinutes: 120,
  capacity: 10,
  price: { amount: 4500, currency: 'EUR' },
}

export function open(pool: Pool, sessionId: string, how: Partial<Opening> = {}): Promise<void> {
  return transaction(pool, (tx) => openIn(tx, { ...terms, sessionId, ...how }, { correlationId: 'test' }))
}

export type World = Awaited<ReturnType<typeof createWorld>>

export async function createWorld() {
  const nats = await startTestNats()
  const broker = await nats.connect()
  const database = await createTestDatabase(await migrations())
  const catalog = await createTestOwner(broker, 'catalog')
  const running = new Set<ServiceProcess>()

  async function start(entry: 'main-api' | 'main-processor', env: Record<string, string> = {}) {
    const service = await startService(folder, { DATABASE_URL: database.url, NATS_URL: nats.url, ...env }, entry)
    running.add(service)
    return service
  }

  async function query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await database.pool.query<Row>(text, values)).rows
  }

  return {
    nats,
    broker,
    pool: database.pool,
    catalog,
    query,
    startApi: (env?: Record<string, string>) => start('main-api', env),
    startProcessor: (env?: Record<string, string>) => start('main-processor', env),
    async schedule(sessionId: string, how: Partial<Opening> = {}) {
      await catalog.say(sessionScheduled, sessionId, { ...terms, sessionId, ...how })
    },
    opened: (sessionId: string) =>
      until(
        () => query('select 1 from sessions where session_id = $1', [sessionId]),
        (rows) => rows.length === 1,
      ),
    /** What happened in a session, in order, without the owner's prefix. */
    async eventsOf(sessionId: string): Promise<string[]> {
      const text = 'select type from events where stream = $1 order by version'
      const rows = await query<{ type: string }>(text, [`session.${sessionId}`])
      return rows.map(({ type }) => type.replace('fernweh.bookings.', ''))
    },
    async end() {
      await Promise.all([...running].map((service) => service.kill()))
      await nats.close()
      await database.drop()
    },
  }
}

/** What a traveller does, at an instance of the API. */
export function actions(api: ServiceProcess) {
  return {
    hold: (accountId: string, sessionId: string, seats: number, key = newKey()) =>
      api.ask(holdSeats, { body: { sessionId, seats }, by: traveller(accountId), key }),
    release: (accountId: string, holdId: string, key = newKey()) =>
      api.ask(releaseHold, { params: { holdId }, by: traveller(accountId), key }),
    holdsOf: async (accountId: string): Promise<Hold[]> =>
      (await api.ask(myHolds, { by: traveller(accountId) })).body.holds.data.holds,
    seatsLeft: async (sessionId: string): Promise<number> =>
      (await api.send('GET', `/feeds/session.${sessionId}`)).body.data.seatsLeft,
    sessionsOf: async (experience: string) => (await api.ask(listSessions, { query: { experience } })).body.sessions,
    failingChecks: async () => (await api.ops('audit')).body.checks.filter(({ ok }: { ok: boolean }) => !ok),
  }
}
