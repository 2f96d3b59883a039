/** Bookings alone: real processes, database and broker; catalog and payments are played by the test. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { sessionScheduled } from '@fernweh/contracts/events/catalog'
import { paymentReceived, paymentRequested } from '@fernweh/contracts/events/payments'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { type Pool, readMigrations, transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import { type ServiceProcess, startService } from '@fernweh/kit/testing/service-process'
import { createTestDatabase } from '@fernweh/kit/testing/test-database'
import { startTestNats } from '@fernweh/kit/testing/test-nats'
import { createTestOwner } from '@fernweh/kit/testing/test-owner'
import { until } from '@fernweh/kit/testing/until'
import type { SessionTerms } from '../src/domain/open-session.ts'
import { createProjectedDecider } from '../src/views/project.ts'

const folder = new URL('..', import.meta.url)
export const migrations = () => readMigrations(new URL('migrations/', folder))

export const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

const terms = {
  experienceId: 'tiles',
  startsAt: inSeconds(86_400),
  zone: 'Europe/Lisbon',
  durationMinutes: 120,
  capacity: 10,
  price: { amount: 4500, currency: 'EUR' },
}

const decider = createProjectedDecider({ holdSeconds: 600 })

export async function open(pool: Pool, sessionId: string, how: Partial<SessionTerms> = {}): Promise<void> {
  const command = { type: 'open-session' as const, ...terms, sessionId, ...how }
  await transaction(pool, (tx) => decideAll(tx, decider, [{ command, meta: { correlationId: 'test' } }]))
}

type Held = Pick<Booking, 'bookingId' | 'sessionId' | 'travellerId' | 'seats'>

/** What payments says of a booking. */
export function paymentOf({ bookingId, sessionId, travellerId, seats }: Held) {
  const payment = { paymentId: bookingId, sessionId, travellerId }
  const amount = { amount: seats * terms.price.amount, currency: 'EUR' }
  return {
    requested: {
      ...payment,
      amount,
      seats,
      experienceId: 'tiles',
      title: 'Paint a tile',
      holdExpiresAt: inSeconds(600),
    },
    received: { ...payment, amount, chargeId: `pi_${bookingId}` },
  }
}

export type World = Awaited<ReturnType<typeof createWorld>>

export async function createWorld() {
  const nats = await startTestNats()
  const broker = await nats.connect()
  const database = await createTestDatabase(await migrations())
  const catalog = await createTestOwner(broker, 'catalog')
  const payments = await createTestOwner(broker, 'payments')
  const pictures = await createTestOwner(broker, 'pictures')
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
    payments,
    pictures,
    query,
    startApi: (env?: Record<string, string>) => start('main-api', env),
    startProcessor: (env?: Record<string, string>) => start('main-processor', env),
    async schedule(sessionId: string, how: Partial<SessionTerms> = {}) {
      await catalog.append(sessionScheduled, sessionId, { ...terms, sessionId, ...how })
    },
    opened: (sessionId: string) =>
      until(
        () => query('select 1 from sessions where session_id = $1', [sessionId]),
        (rows) => rows.length === 1,
      ),
    /** Payments asked for the money and has it; `lost` are the steps that the broker never hears of. */
    async pay(held: Held, { lost = [] }: { lost?: ('requested' | 'received')[] } = {}): Promise<Envelope[]> {
      const { requested, received } = paymentOf(held)
      return [
        await payments.append(paymentRequested, held.bookingId, requested, { lost: lost.includes('requested') }),
        await payments.append(paymentReceived, held.bookingId, received, { lost: lost.includes('received') }),
      ]
    },
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
