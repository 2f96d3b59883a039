/** Payments dies at every step of the way, whatever it is doing; another takes over. */

import { readEvent } from '@fernweh/contracts/events/define-event'
import { paymentsEvents } from '@fernweh/contracts/events/payments'
import { createDurableConsumer, type DurableConsumer } from '@fernweh/kit/server/delivery/durable-consumer'
import { createLogger } from '@fernweh/kit/server/process/logger'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { auditPayments } from '../src/audit.ts'
import { type Doom, type Mortal, startMortal } from './mortal.ts'
import { createWorld, publishTiles, type World } from './world.ts'

let world: World
let reader: TestDatabase
let bookings: DurableConsumer
/** Bookings whose seats are gone by the time they are paid. */
const full = new Set<string>()
const decided = new Set<string>()

beforeAll(async () => {
  world = await createWorld()
  reader = await createTestDatabase()
  await publishTiles(world)
  bookings = createDurableConsumer({
    pool: reader.pool,
    broker: world.broker,
    name: 'bookings-hear-payments',
    owner: 'payments',
    noun: 'payment',
    log: createLogger('bookings', { level: 'silent' }),
    async handle(_, envelope) {
      const event = readEvent(paymentsEvents, envelope)
      const { paymentId } = event.data
      if (event.type !== 'fernweh.payments.payment-received' || decided.has(paymentId)) return
      decided.add(paymentId)
      await (full.has(paymentId) ? world.bookings.refuse(paymentId) : world.bookings.confirm(paymentId))
    },
  })
  // The title is stored once: later instances do not take these steps.
  await journey('the-first')
})
afterEach(() => world.provider.behave())
afterAll(async () => {
  await bookings.stop()
  await world.end()
  await reader.drop()
})

/** What is decided, said, heard and done with: nothing is on its way any more. */
async function isSettled(bookingId: string): Promise<boolean> {
  const [row] = await world.query<{ settled: boolean }>(
    `select holds.status || ' ' || payments.status in ('confirmed received', 'refused refunded')
      and not exists (select from events where not published) and not exists (select from calls)
      as settled from holds join payments on booking_id = payment_id where booking_id = $1`,
    [bookingId],
  )
  return row?.settled ?? false
}

/** A traveller who pays on every page the provider has opened for the booking, and waits until all is settled. */
async function travel(instance: Mortal, bookingId: string): Promise<'settled'> {
  await instance.pay(bookingId)
  for (const { url } of await world.provider.sessionsOf(bookingId)) if (url) await world.provider.pay(url)
  await until(
    () => isSettled(bookingId),
    (settled) => settled,
  )
  return 'settled'
}

/** One booking from hold to end, with an instance that is doomed, and another after it. */
async function journey(bookingId: string, doom: Doom = null): Promise<{ died: boolean; lived: string[] }> {
  await world.bookings.hold(bookingId)
  const doomed = await startMortal(world, doom)
  const end = await Promise.race([travel(doomed, bookingId).catch(() => doomed.death), doomed.death])
  await doomed.stop()
  if (end === 'died') {
    await forgetDeliveries()
    await world.hurry()
    const heir = await startMortal(world)
    await travel(heir, bookingId)
    await heir.stop()
  }
  return { died: end === 'died', lived: doomed.lived }
}

/** What was delivered to the dead would come again after half a minute: now. */
async function forgetDeliveries(): Promise<void> {
  const { consumers } = world.broker.jsm
  await consumers.delete('bookings', 'payments-hear-bookings').catch(() => {})
  await consumers.delete('catalog', 'payments-hear-titles').catch(() => {})
}

/** Money that is kept, in minor units, and what it is kept for. */
async function accountOf(bookingId: string) {
  const sum = (moved: { amount: number }[]) => moved.reduce((total, { amount }) => total + amount, 0)
  const [row] = await world.query<{ seats: string; payment: string }>(
    `select holds.status as seats, payments.status as payment from holds join payments on booking_id = payment_id
      where booking_id = $1`,
    [bookingId],
  )
  const { provider } = world
  return {
    ...row,
    charged: sum(await provider.chargesOf(bookingId)),
    refunded: sum(await provider.refundsOf(bookingId)),
  }
}

const BOOKED = { seats: 'confirmed', payment: 'received', charged: 9000, refunded: 0 }
const FREE = { seats: 'refused', payment: 'refunded', charged: 9000, refunded: 9000 }

/** Each step is named by its kind and a running number. */
const kindsOf = (steps: string[]) => new Set(steps.map((step) => step.split(' ')[0]))

describe('wherever payments dies', () => {
  it.each([
    ['what is paid is booked', 'booked', BOOKED],
    ['what cannot be booked is refunded', 'free', FREE],
  ])('%s', { timeout: 300_000 }, async (_, prefix, account) => {
    async function live(bookingId: string, doom: Doom = null) {
      if (account === FREE) full.add(bookingId)
      const { died, lived } = await journey(bookingId, doom)
      expect({ doom, ...(await accountOf(bookingId)) }).toEqual({ doom, ...account })
      return { died, lived }
    }
    const { lived } = await live(`${prefix}-rehearsal`)
    // Until the payment arrives both cases are the same.
    const steps = account === FREE ? lived.slice(lived.indexOf('take-webhook 1')) : lived
    const deaths = new Set<string>()
    for (const [i, step] of steps.entries()) if ((await live(`${prefix}-${i}`, step)).died) deaths.add(step)

    const provider = account === FREE ? ['refund 1'] : ['openCheckout 1', 'readCheckout 1']
    expect([...deaths]).toEqual(expect.arrayContaining([...provider, 'take-webhook 1', 'publish 3', 'commit 6']))
    // Events that happen to be published together take fewer steps than in the rehearsal, but no other kinds.
    expect(kindsOf([...deaths])).toEqual(kindsOf(steps))
    expect((await auditPayments(world.pool)).filter(({ ok }) => !ok)).toEqual([])
  })
})

describe('without the idempotency key', () => {
  it('a traveller would be charged twice, and it would be seen', async () => {
    await world.provider.control({ idempotency: false })
    await journey('double', 'openCheckout 1')
    expect(await accountOf('double')).toMatchObject({ charged: 18_000 })
  })

  it('with it, dying at the same step, once', async () => {
    await journey('single', 'openCheckout 1')
    expect(await accountOf('single')).toEqual(BOOKED)
  })
})
