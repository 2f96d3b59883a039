/** Notifications alone: the real service, database, broker and a mail server; the owners of events are played by the test. */
import { randomUUID } from 'node:crypto'
import {
  accountOpened,
  mailConfirmed,
  passwordChanged,
  passwordResetRequested,
  profileChanged,
  signUpRepeated,
  signUpRequested,
} from '@fernweh/contracts/events/accounts'
import {
  bookingCancelled,
  bookingConfirmed,
  confirmationRefused,
  seatsHeld,
  sessionOpened,
  visitEnded,
} from '@fernweh/contracts/events/bookings'
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import { readMigrations } from '@fernweh/kit/server/database/database'
import { newSealingKey, seal, serveKeys } from '@fernweh/kit/server/personal-data/sealing'
import { createTestContext, OPS_TOKEN } from '@fernweh/kit/testing/process'
import { type ServiceProcess, startService } from '@fernweh/kit/testing/service-process'
import { createTestDatabase } from '@fernweh/kit/testing/test-database'
import { startTestNats } from '@fernweh/kit/testing/test-nats'
import { createTestOwner } from '@fernweh/kit/testing/test-owner'
import { until } from '@fernweh/kit/testing/until'
import { startMailServer } from './mail-server.ts'

const folder = new URL('..', import.meta.url)
export const ORIGIN = 'https://fernweh.example'
export const TOKEN = 'q83vEjRWeJCrze8SNFZ4kA'
const REFERENCE = 'FW-7K3MQ2XZ4D'
const price = { amount: 3250, currency: 'EUR' }

export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

export type World = Awaited<ReturnType<typeof createWorld>>

export async function createWorld(env: Record<string, string> = {}) {
  const [nats, mailServer] = [await startTestNats(), await startMailServer()]
  const broker = await nats.connect()
  const database = await createTestDatabase(await readMigrations(new URL('migrations/', folder)))
  const [accounts, bookings, catalog] = await Promise.all(
    ['accounts', 'bookings', 'catalog'].map((owner) => createTestOwner(broker, owner)),
  )
  if (!accounts || !bookings || !catalog) throw new Error('three owners')
  const keys = new Map<string, Buffer>()
  let answersForKeys = true
  serveKeys({ broker, subject: 'keys.accounts', log: createTestContext().context.log }, async (persons) => {
    if (!answersForKeys) throw new Error('away')
    return new Map(persons.flatMap((person) => (keys.has(person) ? [[person, keys.get(person) as Buffer]] : [])))
  })

  const start = () =>
    startService(folder, {
      DATABASE_URL: database.url,
      NATS_URL: nats.url,
      PUBLIC_ORIGIN: ORIGIN,
      SMTP_URL: mailServer.url,
      MAIL_FROM: 'Fernweh <hello@fernweh.example>',
      MAIL_TIMEOUT_MS: '2000',
      ...env,
    })
  let service: ServiceProcess = await start()

  function sealFor(accountId: string, text: string) {
    const key = keys.get(accountId) ?? newSealingKey()
    keys.set(accountId, key)
    return seal(text, accountId, key)
  }

  async function outcomeOf(event: { id: string }) {
    const { rows } = await database.pool.query('select type, data from events where stream = $1', [`mail.${event.id}`])
    return rows
  }

  const heard = ({ subject, streamversion }: { subject: string; streamversion: number }) =>
    until(
      () => database.pool.query('select version from consumed where stream = $1', [subject]),
      ({ rows }) => rows[0]?.version >= streamversion,
    )

  return {
    nats,
    broker,
    database,
    mailServer,
    accounts,
    bookings,
    catalog,
    keys,
    /** The process that runs now. */
    service: () => service,
    async restart() {
      await service.kill()
      service = await start()
    },
    stop: () => service.stop(),
    async start() {
      service = await start()
    },
    keysAway(away: boolean) {
      answersForKeys = !away
    },
    sealFor,

    /** Somebody with an account, an address and a name, of whom notifications has heard. */
    async open(accountId: string, { name = 'Ann', locale = 'en-GB', mail = `${accountId}@example.org` } = {}) {
      await accounts.append(accountOpened, accountId, { accountId, role: 'traveller' })
      await accounts.append(mailConfirmed, accountId, { accountId, mail: sealFor(accountId, mail) })
      const rest = { homeCity: null, currency: 'EUR', interests: [] }
      const named = { accountId, name: sealFor(accountId, name), locale, ...rest }
      await heard(await accounts.append(profileChanged, accountId, named))
    },
    signUp: (
      accountId: string,
      { name = 'Eve', mail = `${accountId}@example.org`, locale = 'en-GB', expiresAt = inHours(24) } = {},
    ) =>
      accounts.append(signUpRequested, accountId, {
        accountId,
        mail: sealFor(accountId, mail),
        name: sealFor(accountId, name),
        token: sealFor(accountId, TOKEN),
        locale,
        expiresAt,
      }),
    signUpAgain: (accountId: string) => accounts.append(signUpRepeated, accountId, { accountId }),
    askForReset: (accountId: string, expiresAt = inHours(0.5)) =>
      accounts.append(passwordResetRequested, accountId, { accountId, token: sealFor(accountId, TOKEN), expiresAt }),
    changePassword: (accountId: string, by: 'password' | 'reset' = 'password') =>
      accounts.append(passwordChanged, accountId, { accountId, by }),

    publish: (experienceId: string, title: string, titles: Record<string, string> = {}, place: object = {}) =>
      catalog.append(experiencePublished, experienceId, {
        experienceId,
        hostId: 'cleo',
        title,
        summary: 'Tiles',
        description: 'Tiles',
        city: 'Lisbon',
        country: 'PT',
        place: { latitude: 38.7, longitude: -9.1 },
        zone: 'Europe/Lisbon',
        category: 'craft',
        durationMinutes: 120,
        language: 'en',
        translations: Object.fromEntries(
          Object.entries(titles).map(([language, title]) => [
            language,
            { title, summary: 'Tiles', description: 'Tiles' },
          ]),
        ),
        languages: ['en'],
        price,
        ...place,
      }),
    openSession: (sessionId: string, experienceId: string, startsAt = '2027-07-14T17:30:00.000Z') =>
      bookings.append(sessionOpened, sessionId, {
        sessionId,
        experienceId,
        startsAt,
        zone: 'Europe/Lisbon',
        durationMinutes: 120,
        capacity: 8,
        price,
      }),
    hold: (sessionId: string, travellerId: string, holdId: string, seats = 2, at = price) =>
      bookings.append(seatsHeld, sessionId, {
        sessionId,
        holdId,
        travellerId,
        seats,
        price: at,
        expiresAt: inHours(0.2),
      }),
    confirm: (
      sessionId: string,
      travellerId: string,
      { bookingId = `b-${randomUUID()}`, paymentId = bookingId as string | null, price: at = price } = {},
      how?: { lost?: boolean },
    ) => {
      const booking = { sessionId, bookingId, travellerId, seats: 2, price: at, paymentId, reference: REFERENCE }
      return bookings.append(bookingConfirmed, sessionId, booking, how)
    },
    cancel: (sessionId: string, travellerId: string, bookingId: string, paymentId: string | null = bookingId) =>
      bookings.append(bookingCancelled, sessionId, { sessionId, bookingId, travellerId, seats: 2, paymentId }),
    refuse: (sessionId: string, travellerId: string, bookingId: string, reason = 'session-full' as const) =>
      bookings.append(confirmationRefused, sessionId, {
        ...{ sessionId, bookingId, travellerId, seats: 2, paymentId: bookingId, reason },
      }),
    endVisit: (sessionId: string, travellerId: string, bookingId: string, experienceId: string) =>
      bookings.append(visitEnded, sessionId, { sessionId, bookingId, travellerId, seats: 2, experienceId }),

    outcomeOf,
    settled: (event: { id: string }) =>
      until(
        () => outcomeOf(event),
        (rows) => rows.length === 1,
      ).then(([row]) => row),
    mailsOf: (event: { id: string }) =>
      mailServer.mails.filter(({ messageId }) => messageId === `<${event.id}@fernweh.example>`),
    waiting: async () =>
      (
        await database.pool.query(
          'select name, attempts, requested, lease is not null as "underWay" from calls order by name',
        )
      ).rows,
    heard,
    /** 0 closed, 1 half open, 2 open. */
    async breaker(): Promise<number> {
      const answer = await fetch(`${service.url}/metrics`, { headers: { authorization: `Bearer ${OPS_TOKEN}` } })
      return Number(/fernweh_third_party_state\{name="smtp"\} (\d)/.exec(await answer.text())?.[1])
    },
    /** As if it had run since then, or only since now. */
    async since(moment: string) {
      await database.pool.query('update installation set since = $1', [moment])
    },
    failingChecks: async () => (await service.ops('audit')).body.checks.filter(({ ok }: { ok: boolean }) => !ok),
    async end() {
      await service.kill()
      await mailServer.close()
      await nats.close()
      await database.drop()
    },
  }
}
