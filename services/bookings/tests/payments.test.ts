/** However payments' events come, each is booked once. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { paymentDeclined, paymentRequested } from '@fernweh/contracts/events/payments'
import { jsonCodec } from '@fernweh/kit/server/delivery/broker'
import { hashRows } from '@fernweh/kit/server/event-log/audit'
import type { ServiceProcess } from '@fernweh/kit/testing/service-process'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actions, actions, book, newKey } from './actions.ts'
import { createWorld, open, paymentOf, type World } from './world.ts'

let world: World
let processor: ServiceProcess
let at: Actions

beforeAll(async () => {
  world = await createWorld()
  processor = await world.startProcessor()
  at = actions(await world.startApi())
})
afterAll(() => world.end())

/** What was sent before was handled: a payment that comes after it is. */
async function drained(): Promise<void> {
  const sessionId = `drained-${newKey()}`
  await open(world.pool, sessionId)
  await book(world, at, 'nobody', sessionId, 1)
}

describe('payments that come', () => {
  const again = (event: Envelope) => world.broker.js.publish('payments.payment.x.again', jsonCodec.encode(event))
  const onceConfirmed = ['session-opened', 'seats-held', 'booking-confirmed']

  it('twice book once', async () => {
    await open(world.pool, 'doubled')
    const hold = await at.held('ann', 'doubled')
    const events = await world.pay(hold)
    for (const event of [...events, ...events.toReversed()]) await again(event)
    await at.becomes(hold, 'confirmed')
    await drained()
    expect(await world.eventsOf('doubled')).toEqual(onceConfirmed)
  })

  it('out of order, or not at all until a later one shows that they are missing, book once', async () => {
    await open(world.pool, 'reordered')
    const hold = await at.held('ann', 'reordered')
    const [requested, received] = await world.pay(hold, { lost: ['requested', 'received'] })
    await again(received as Envelope)
    await at.becomes(hold, 'confirmed')
    await again(requested as Envelope)
    await again(received as Envelope)
    await drained()
    expect(await world.eventsOf('reordered')).toEqual(onceConfirmed)
  })

  it('while nobody listens book when somebody does', async () => {
    await open(world.pool, 'away', { capacity: 20 })
    const holds = await Promise.all(Array.from({ length: 20 }, (_, i) => at.held(`t${i}`, 'away', 1)))
    expect(await processor.stop()).toBe(0)
    for (const hold of holds) await world.pay(hold)
    processor = await world.startProcessor()
    for (const hold of holds) await at.becomes(hold, 'confirmed')
    expect(await at.seatsLeft('away')).toBe(0)
  })

  it('only as wishes and declines book nothing', async () => {
    await open(world.pool, 'declined')
    const hold = await at.held('ann', 'declined')
    const { requested } = paymentOf(hold)
    const { paymentId, sessionId, travellerId } = requested
    await world.payments.append(paymentRequested, paymentId, requested)
    await world.payments.append(paymentDeclined, paymentId, {
      paymentId,
      sessionId,
      travellerId,
      code: 'card_declined',
    })
    await drained()
    expect(await at.statusOf('ann', hold.bookingId)).toBe('held')
  })

  it('for no booking wait aside, seen by the audit, and hold up nobody', async () => {
    await open(world.pool, 'strange')
    const strange = { bookingId: 'strange', sessionId: 'strange', travellerId: 'mallory', seats: 1 }
    await world.pay(strange)
    await book(world, at, 'ann', 'strange')
    const [failing] = await until(at.failingChecks, (checks) => checks.length > 0)
    expect(failing).toMatchObject({ name: 'no event is parked' })
    expect((await processor.ops('parked/replay')).body).toEqual({ left: 1 })
    await world.query('delete from parked')
  })

  it('all again from the beginning change nothing', async () => {
    const state = async () => [
      hashRows(await world.query('select * from bookings')),
      hashRows(await world.query('select * from sessions')),
      hashRows(await world.query('select id from events')),
    ]
    await processor.kill()
    await world.query(`delete from consumed where consumer = 'bookings-confirm-paid'`)
    await world.broker.jsm.consumers.delete('payments', 'bookings-confirm-paid')
    await world.query(`delete from parked`)
    const before = await state()
    const { state: stream } = await world.broker.jsm.streams.info('payments')
    processor = await world.startProcessor()
    await until(
      () => world.broker.jsm.consumers.info('payments', 'bookings-confirm-paid').catch(() => null),
      (reader) => reader?.ack_floor.stream_seq === stream.last_seq,
    )
    expect(await state()).toEqual(before)
    await world.query('delete from parked')
  })
})

it('the audit finds nothing wrong', async () => {
  expect(await at.failingChecks()).toEqual([])
})
