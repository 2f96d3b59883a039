/** Rows and answers of before there were bookings. */
import { createHash } from 'node:crypto'
import { migrate } from '@fernweh/kit/server/database/database'
import { createCommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { auditBookings } from '../src/audit.ts'
import { readTraveller } from '../src/views/bookings.ts'
import { createProjectedDecider, type SessionBatcher } from '../src/views/project.ts'
import { migrations } from './world.ts'

const price = { amount: 4500, currency: 'EUR' }
const startsAt = '2130-05-01T09:00:00.000Z'
const expiresAt = '2130-04-01T12:10:00.000Z'
const session = { sessionId: 's1', experienceId: 'tiles', startsAt, zone: 'Europe/Lisbon', capacity: 10, price }
const hold = { sessionId: 's1', holdId: 'h1', travellerId: 'ann', seats: 2 }
const command = { type: 'hold-seats' as const, sessionId: 's1', holdId: 'h1', travellerId: 'ann', seats: 2 }

let database: TestDatabase
let batcher: SessionBatcher

beforeAll(async () => {
  const all = await migrations()
  database = await createTestDatabase(all.slice(0, 2))
  const { pool } = database
  const append = `insert into events (id, stream, version, type, schema_version, data, meta, published)
    values (gen_random_uuid(), 'session.s1', $1, $2, 1, $3, '{"correlationId":"old"}', true)`
  await pool.query(append, [1, 'fernweh.bookings.session-opened', session])
  await pool.query(append, [2, 'fernweh.bookings.seats-held', { ...hold, price, expiresAt }])
  await pool.query(`insert into heads values ('session.s1', 2)`)
  await pool.query(`insert into feeds values ('session.s1', 2), ('traveller.ann', 1)`)
  await pool.query(`insert into sessions values ('s1', 'tiles', $1, 'Europe/Lisbon', 10, 4500, 'EUR', 2, 0)`, [
    startsAt,
  ])
  await pool.query(`insert into holds values ('h1', 's1', 'ann', 2, 4500, 'EUR', $1, 'held')`, [expiresAt])
  const { travellerId: _, ...shown } = hold
  const answer = {
    hold: { ...shown, experienceId: 'tiles', startsAt, zone: session.zone, price, expiresAt, status: 'held' },
  }
  const bodyHash = createHash('sha256').update(JSON.stringify(command)).digest('base64url')
  await pool.query(`insert into idempotency values ('ann:old-key', $1, $2), ('bob:old-key', 'x', $3)`, [
    bodyHash,
    answer,
    { refused: 'no-such-hold' },
  ])
  await migrate(pool, all)
  batcher = createCommandBatcher({ pool, decider: createProjectedDecider({ holdSeconds: 600 }), afterCommit() {} })
})
afterAll(() => database.drop())

it('a hold of before is a booking to be, in every view as in the log', async () => {
  const { data } = await readTraveller(database.pool, 'ann')
  const [booking] = data.bookings
  expect(booking).toMatchObject({ bookingId: 'h1', status: 'held', endsAt: '2130-05-01T11:00:00.000Z', visited: false })
  expect((await auditBookings(database.pool)).filter(({ ok }) => !ok)).toEqual([])
})

it('its key gives the answer of then in the words of today', async () => {
  const [booking] = (await readTraveller(database.pool, 'ann')).data.bookings
  const answer = await batcher.execute(command, { key: 'ann:old-key', meta: { correlationId: 'again' } })
  expect(answer).toEqual({ booking: { ...booking, local: undefined } })
  const { rows } = await database.pool.query(`select answer from idempotency where key = 'bob:old-key'`)
  expect(rows).toEqual([{ answer: { refused: 'no-such-booking' } }])
})

it('it can be paid for', async () => {
  const paid = { type: 'confirm-booking' as const, sessionId: 's1', bookingId: 'h1', paymentId: 'h1' }
  await batcher.execute({ ...paid, reference: 'FW-2222222222' }, { meta: { correlationId: 'pay' } })
  const { data } = await readTraveller(database.pool, 'ann')
  expect(data.bookings).toMatchObject([{ status: 'confirmed', reference: 'FW-2222222222' }])
  const { rows } = await database.pool.query('select name, due from timers')
  expect(rows).toEqual([{ name: 'visits.s1', due: new Date('2130-05-01T11:00:00.000Z') }])
})
