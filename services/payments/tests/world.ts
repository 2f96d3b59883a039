/** Payments alone: real process, database, broker and a simulated provider; bookings and catalog are played by the test. */
import { getPayment, payBooking } from '@fernweh/contracts/api/payments'
import {
  bookingCancelled,
  bookingConfirmed,
  confirmationRefused,
  holdExpired,
  holdReleased,
  seatsHeld,
  sessionOpened,
} from '@fernweh/contracts/events/bookings'
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import type { TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { Identity } from '@fernweh/contracts/identity'
import { readMigrations } from '@fernweh/kit/server/database/database'
import { type ServiceProcess, startService } from '@fernweh/kit/testing/service-process'
import { createTestDatabase } from '@fernweh/kit/testing/test-database'
import { startTestNats } from '@fernweh/kit/testing/test-nats'
import { createTestOwner } from '@fernweh/kit/testing/test-owner'
import { until } from '@fernweh/kit/testing/until'
import { SECRET_KEY, startProvider, WEBHOOK_SECRET } from './provider.ts'

const folder = new URL('..', import.meta.url)
export const ORIGIN = 'http://localhost:4000'
export const traveller = (accountId: string): Identity => ({ sub: accountId, role: 'traveller', sid: 'sign-in' })
export const price = { amount: 4500, currency: 'EUR' }

const minutes = (n: number) => new Date(Date.now() + n * 60_000).toISOString()

export type World = Awaited<ReturnType<typeof createWorld>>

export async function createWorld() {
  const nats = await startTestNats()
  const broker = await nats.connect()
  const database = await createTestDatabase(await readMigrations(new URL('migrations/', folder)))
  const [catalog, bookings] = [await createTestOwner(broker, 'catalog'), await createTestOwner(broker, 'bookings')]
  const provider = await startProvider()
  const running = new Set<ServiceProcess>()

  async function query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await database.pool.query<Row>(text, values)).rows
  }

  return {
    nats,
    broker,
    database,
    pool: database.pool,
    catalog,
    provider,
    query,
    bookings: playBookings(bookings),
    async start(env: Record<string, string> = {}): Promise<ServiceProcess> {
      const service = await startService(folder, {
        DATABASE_URL: database.url,
        NATS_URL: nats.url,
        PUBLIC_ORIGIN: ORIGIN,
        STRIPE_SECRET_KEY: SECRET_KEY,
        STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
        STRIPE_API_URL: provider.url,
        STRIPE_TIMEOUT_MS: '1000',
        STRIPE_RESET_MS: '500',
        STRIPE_PER_SECOND: '100',
        ...env,
      })
      running.add(service)
      provider.webhooksTo(service.url)
      return service
    },
    /** What happened to a payment, in order, without the owner's prefix. */
    async eventsOf(paymentId: string): Promise<string[]> {
      const text = 'select type from events where stream = $1 order by version'
      const rows = await query<{ type: string }>(text, [`payment.${paymentId}`])
      return rows.map(({ type }) => type.replace('fernweh.payments.', ''))
    },
    async dataOf(paymentId: string, happened: string) {
      const text = 'select data from events where stream = $1 and type = $2'
      const rows = await query<{ data: Record<string, unknown> }>(text, [
        `payment.${paymentId}`,
        `fernweh.payments.${happened}`,
      ])
      return rows[0]?.data
    },
    /** Makes what waits for its time due now: the regular look at a checkout, a lease of who has died. */
    async hurry(): Promise<void> {
      await query('update calls set due = clock_timestamp() where due > clock_timestamp()')
    },
    async end() {
      await Promise.all([...running].map((service) => service.kill()))
      await provider.close()
      await nats.close()
      await database.drop()
    },
  }
}

/** Each booking has a session of its own, so that what is said of it is in an order of its own. */
function playBookings(owner: Awaited<ReturnType<typeof createTestOwner>>) {
  const about = (bookingId: string, travellerId: string) => ({ sessionId: `s-${bookingId}`, travellerId, seats: 2 })
  const reference = 'FW-7K3MQ2XZ4D'
  return {
    async hold(bookingId: string, travellerId = 'ann', how: { expiresAt?: string; price?: typeof price } = {}) {
      const { sessionId, seats } = about(bookingId, travellerId)
      await owner.append(sessionOpened, sessionId, {
        sessionId,
        experienceId: 'tiles',
        startsAt: minutes(1440),
        zone: 'Europe/Lisbon',
        durationMinutes: 120,
        capacity: 10,
        price,
      })
      const hold = { sessionId, holdId: bookingId, travellerId, seats, expiresAt: minutes(10), price, ...how }
      await owner.append(seatsHeld, sessionId, hold)
    },
    release: (holdId: string, travellerId = 'ann') =>
      owner.append(holdReleased, `s-${holdId}`, { ...about(holdId, travellerId), holdId }),
    expire: (holdId: string, travellerId = 'ann') =>
      owner.append(holdExpired, `s-${holdId}`, { ...about(holdId, travellerId), holdId }),
    confirm: (bookingId: string, travellerId = 'ann') =>
      owner.append(bookingConfirmed, `s-${bookingId}`, {
        ...about(bookingId, travellerId),
        bookingId,
        paymentId: bookingId,
        price,
        reference,
      }),
    refuse: (bookingId: string, travellerId = 'ann') =>
      owner.append(confirmationRefused, `s-${bookingId}`, {
        ...about(bookingId, travellerId),
        bookingId,
        paymentId: bookingId,
        reason: 'session-full',
      }),
    cancel: (bookingId: string, travellerId = 'ann') =>
      owner.append(bookingCancelled, `s-${bookingId}`, {
        ...about(bookingId, travellerId),
        bookingId,
        paymentId: bookingId,
      }),
  }
}

export const tiles = {
  experienceId: 'tiles',
  hostId: 'cleo',
  title: 'Paint a blue tile',
  summary: 'A morning at a workbench.',
  description: 'One tile to carry home.',
  city: 'Lisbon',
  country: 'PT',
  place: { latitude: 38.71, longitude: -9.13 },
  zone: 'Europe/Lisbon',
  category: 'craft' as const,
  durationMinutes: 120,
  language: 'en',
  translations: {},
  languages: ['en'],
  price,
}
export const publishTiles = ({ catalog }: World) => catalog.append(experiencePublished, 'tiles', tiles)

/** What a traveller does, at an instance. */
export function actions(payments: ServiceProcess) {
  const paymentOf = async (bookingId: string, accountId = 'ann'): Promise<TravellerPayment | undefined> =>
    (await payments.call(getPayment, { params: { bookingId }, by: traveller(accountId) })).body.payment?.data
  return {
    paymentOf,
    pay: (bookingId: string, accountId = 'ann') =>
      payments.call(payBooking, { params: { bookingId }, by: traveller(accountId) }),
    becomes: (bookingId: string, status: TravellerPayment['status']) =>
      until(
        () => paymentOf(bookingId),
        (payment) => payment?.status === status,
      ),
    failingChecks: async () => (await payments.ops('audit')).body.checks.filter(({ ok }: { ok: boolean }) => !ok),
  }
}
