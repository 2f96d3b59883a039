/** An instance dies at every word it says to the database while it books what is paid for; the next one finishes. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { paymentReceived } from '@fernweh/contracts/events/payments'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { handleBatch } from '@fernweh/kit/server/delivery/consumed-versions'
import { createCommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'
import { createLogger } from '@fernweh/kit/server/process/logger'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { toEnvelope } from '@fernweh/kit/testing/test-owner'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditBookings } from '../src/audit.ts'
import { confirmPaidBooking } from '../src/consumers/confirm-paid-bookings.ts'
import { allBookings, type BookingState, noBookings, putBooking } from '../src/domain/booking-map.ts'
import type { SessionCommand } from '../src/domain/decider.ts'
import { createProjectedDecider, type SessionBatcher, type SessionDecider } from '../src/views/project.ts'
import { newReference } from '../src/views/references.ts'
import { dyingPool, type LastWords } from './dying-pool.ts'
import { migrations, open, paymentOf } from './world.ts'

const decider = createProjectedDecider({ holdSeconds: 600 })
const noBroker = {} as Broker

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(await migrations())
})
afterAll(() => database.drop())

const batcherOf = (pool: Pool, which: SessionDecider): SessionBatcher =>
  createCommandBatcher({ pool, decider: which, afterCommit() {} })

/** What an instance does with an event that the broker delivers, as `confirmPaidBookings` does it. */
function handle(pool: Pool, event: Envelope, which = decider): Promise<void> {
  const batcher = batcherOf(pool, which)
  return handleBatch(
    {
      pool,
      broker: noBroker,
      name: 'bookings-confirm-paid',
      owner: 'payments',
      noun: 'payment',
      handle: (_, received) => confirmPaidBooking(received, { batcher, newReference }),
      log: createLogger('test', { level: 'silent' }),
    },
    [event],
  )
}

interface Plot {
  /** Between ann's hold of the session's two seats and her payment. */
  before: ('release' | 'bob holds')[]
  happens: string[]
  seats: { held: number; confirmed: number }
}
const plots: Record<string, Plot> = {
  'held still': { before: [], happens: ['booking-confirmed'], seats: { held: 0, confirmed: 2 } },
  'released, and left': { before: ['release'], happens: ['booking-confirmed'], seats: { held: 0, confirmed: 2 } },
  'released, and taken': {
    before: ['release', 'bob holds'],
    happens: ['confirmation-refused'],
    seats: { held: 1, confirmed: 0 },
  },
}

/** Ann's payment, of a session of its own. */
async function play({ before }: Plot, sessionId: string): Promise<Envelope> {
  await open(database.pool, sessionId, { capacity: 2 })
  const batcher = batcherOf(database.pool, decider)
  const call = (command: SessionCommand) => batcher.execute(command, { meta: { correlationId: 'test' } })
  const ann = { sessionId, holdId: `${sessionId}-ann`, travellerId: 'ann' }
  await call({ type: 'hold-seats', ...ann, seats: 2 })
  if (before.includes('release')) await call({ type: 'release-hold', ...ann })
  const bob = { sessionId, holdId: `${sessionId}-bob`, travellerId: 'bob' }
  if (before.includes('bob holds')) await call({ type: 'hold-seats', ...bob, seats: 1 })
  const { received } = paymentOf({ ...ann, bookingId: ann.holdId, seats: 2 })
  return toEnvelope(paymentReceived, 'payments', `payment.${ann.holdId}`, 1, received)
}

async function outcomeOf(sessionId: string) {
  const { rows: events } = await database.pool.query<{ type: string }>(
    `select replace(type, 'fernweh.bookings.', '') as type from events
     where stream = $1 and type ~ '(confirmed|refused)$' order by version`,
    [`session.${sessionId}`],
  )
  const { rows } = await database.pool.query(`select held, confirmed from sessions where session_id = $1`, [sessionId])
  return { happens: events.map(({ type }) => type), seats: rows[0] }
}

/** Dies at the nth word, then hears it again twice; false when it did not come to the nth word. */
async function survives(plot: Plot, sessionId: string, nth: number, lastWords: LastWords, which = decider) {
  const paid = await play(plot, sessionId)
  const dying = dyingPool(database.pool, nth, lastWords)
  await handle(dying.pool, paid, which).catch(() => {})
  await handle(database.pool, paid, which)
  await handle(database.pool, paid, which)
  return dying.isDead()
}

describe.each(Object.entries(plots))('seats that are %s', (name, plot) => {
  const slug = name.replaceAll(/[^a-z]+/g, '-')

  it.each<LastWords>(['unsaid', 'said'])('are decided once, wherever it dies (last words %s)', async (lastWords) => {
    let nth = 1
    while (await survives(plot, `${slug}-${lastWords}-${nth}`, nth, lastWords)) {
      expect(await outcomeOf(`${slug}-${lastWords}-${nth}`)).toEqual({ happens: plot.happens, seats: plot.seats })
      nth += 1
    }
    // Two transactions with all that is in them.
    expect(nth).toBeGreaterThan(14)
  })

  it('are decided once by the last of many that each die a word later', async () => {
    const paid = await play(plot, `${slug}-often`)
    for (let nth = 1, dead = true; dead; nth++) {
      const dying = dyingPool(database.pool, nth, 'said')
      await handle(dying.pool, paid).catch(() => {})
      dead = dying.isDead()
    }
    expect(await outcomeOf(`${slug}-often`)).toEqual({ happens: plot.happens, seats: plot.seats })
  })
})

it('a rule that forgets who has paid decides twice, and this test sees it', async () => {
  const forgetPayment = ({ paymentId: _, ...booking }: BookingState): BookingState => booking
  const forgetful: SessionDecider = {
    ...decider,
    decide(command, session, now) {
      const bookings = session && allBookings(session.bookings).map(forgetPayment).reduce(putBooking, noBookings)
      return decider.decide(command, session && { ...session, bookings: bookings ?? noBookings }, now)
    },
  }
  let decidedTwice = 0
  const plot = plots['held still'] as Plot
  for (let nth = 1; await survives(plot, `lax-${nth}`, nth, 'said', forgetful); nth++) {
    if ((await outcomeOf(`lax-${nth}`)).happens.length > 1) decidedTwice += 1
  }
  expect(decidedTwice).toBeGreaterThan(0)
  // What it made of the log is not for the audit.
  await database.pool.query(`delete from events where stream like 'session.lax%'`)
  await database.pool.query(`delete from bookings where session_id like 'lax%'`)
  await database.pool.query(`delete from sessions where session_id like 'lax%'`)
})

it('the audit finds nothing wrong', async () => {
  await database.pool.query('update events set published = true')
  expect((await auditBookings(database.pool)).filter(({ ok }) => !ok)).toEqual([])
})
