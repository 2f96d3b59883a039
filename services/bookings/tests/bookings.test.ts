/** What becomes of seats that are paid for, and of bookings that are cancelled. */

import { bookingReference } from '@fernweh/contracts/events/bookings'
import { paymentReceived } from '@fernweh/contracts/events/payments'
import { createCommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'
import { toEnvelope } from '@fernweh/kit/testing/test-owner'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmPaidBooking } from '../src/consumers/confirm-paid-bookings.ts'
import { createProjectedDecider } from '../src/views/project.ts'
import { type Actions, actions, book, newKey } from './actions.ts'
import { createWorld, inSeconds, open, paymentOf, type World } from './world.ts'

let world: World
let at: Actions

beforeAll(async () => {
  world = await createWorld()
  await world.startProcessor()
  at = actions(await world.startApi())
})
afterAll(() => world.end())

describe('seats that are paid for', () => {
  it('are booked, with a ticket that says nothing of the person', async () => {
    await open(world.pool, 'paid', { experienceId: 'paid' })
    const hold = await at.held('ann', 'paid')
    const pushes: unknown[] = []
    world.broker.nc.subscribe(`feeds.booking.ann__${hold.bookingId}`, {
      callback: (_, message) => void pushes.push(message.json()),
    })
    await world.broker.nc.flush()
    await world.pay(hold)
    await at.becomes(hold, 'confirmed')
    const { booking } = (await at.booking('ann', hold.bookingId)).body
    expect(booking.data).toEqual({ ...hold, status: 'confirmed', reference: expect.stringMatching(/^FW-/) })
    await until(
      () => pushes,
      (seen) => seen.length > 0,
    )
    expect(pushes).toEqual([{ ...booking, after: 0 }])
    expect(await at.bookingsOf('ann')).toEqual([booking.data])
    expect(await at.seatsLeft('paid')).toBe(8)
    const { reference, startsAt, endsAt, zone, local } = booking.data
    expect(bookingReference.safeParse(reference).success).toBe(true)
    const ticket = { reference, experienceId: 'paid', startsAt, endsAt, zone, local, seats: 2, status: 'valid' }
    expect((await at.ticket(reference)).body).toEqual({ ticket })
  })

  it('are booked after the hold was released, as long as they are left', async () => {
    await open(world.pool, 'again', { capacity: 2 })
    const hold = await at.held('ann', 'again')
    await at.release('ann', hold.bookingId)
    await world.pay(hold)
    await at.becomes(hold, 'confirmed')
    expect(await at.seatsLeft('again')).toBe(0)
  })

  it('are refused when somebody else has them by then', async () => {
    await open(world.pool, 'taken', { capacity: 2 })
    const hold = await at.held('ann', 'taken')
    await at.release('ann', hold.bookingId)
    await at.held('bob', 'taken', 1)
    await world.pay(hold)
    await at.becomes(hold, 'refused')
    expect(await at.seatsLeft('taken')).toBe(1)
    expect(await at.cancel('ann', hold.bookingId)).toEqual({ status: 409, body: { refused: 'not-confirmed' } })
  })

  it('are refused when the session has started by then, and are free', async () => {
    await open(world.pool, 'started', { startsAt: inSeconds(1) })
    const hold = await at.held('ann', 'started')
    expect(hold.expiresAt).toBe(hold.startsAt)
    await until(
      () => world.query(`select 1 from sessions where session_id = 'started' and starts_at <= clock_timestamp()`),
      (rows) => rows.length === 1,
    )
    await world.pay(hold)
    await at.becomes(hold, 'refused')
    expect(await world.eventsOf('started')).toEqual([
      'session-opened',
      'seats-held',
      'hold-expired',
      'confirmation-refused',
    ])
    expect(await at.seatsLeft('started')).toBe(10)
  })

  it('get another reference when theirs is taken', async () => {
    await open(world.pool, 'unique')
    const first = await book(world, at, 'ann', 'unique', 1)
    const second = await at.held('bob', 'unique', 1)
    const decider = createProjectedDecider({ holdSeconds: 600 })
    const batcher = createCommandBatcher({ pool: world.pool, decider, afterCommit() {} })
    const references = [first.reference, first.reference, 'FW-2222222222'] as string[]
    const paid = toEnvelope(paymentReceived, 'payments', `payment.${second.bookingId}`, 1, paymentOf(second).received)
    await confirmPaidBooking(paid, { batcher, newReference: () => references.shift() as string })
    expect((await at.booking('bob', second.bookingId)).body.booking.data.reference).toBe('FW-2222222222')
  })
})

describe('all bookings of a traveller', () => {
  it('can be reached: released seats push out no booking that is ahead, and older ones come page by page', async () => {
    await open(world.pool, 'ahead')
    const booked = await book(world, at, 'eve', 'ahead', 1)
    await open(world.pool, 'often', { startsAt: inSeconds(86_400), capacity: 120 })
    const holds = await Promise.all(Array.from({ length: 120 }, () => at.held('eve', 'often', 1)))
    const released = holds.map(({ bookingId }) => bookingId)
    await Promise.all(released.map((bookingId) => at.release('eve', bookingId)))
    const newest = await at.pageOf('eve')
    expect(newest.bookings[0]?.bookingId).toBe(booked.bookingId)
    expect(newest.bookings).toHaveLength(51)
    const second = await at.pageOf('eve', newest.earlier)
    const third = await at.pageOf('eve', second.earlier)
    expect([second.bookings.length, third.bookings.length, third.earlier]).toEqual([50, 20, null])
    const past = [...newest.bookings.slice(1), ...second.bookings, ...third.bookings]
    expect(new Set(past.map(({ bookingId }) => bookingId))).toEqual(new Set(released))
    expect((await at.pageOf('bob', newest.earlier)).bookings).toEqual([])
  })
})

describe('a booking that is cancelled', () => {
  it('gives its seats back, for whoever comes next', async () => {
    await open(world.pool, 'cancelled', { capacity: 2 })
    const { bookingId, reference } = await book(world, at, 'ann', 'cancelled')
    expect(await at.hold('bob', 'cancelled', 1)).toEqual({ status: 409, body: { refused: 'session-full' } })
    const key = newKey()
    const answer = await at.cancel('ann', bookingId, key)
    expect(answer).toMatchObject({ status: 200, body: { booking: { bookingId, status: 'cancelled' } } })
    expect(await at.cancel('ann', bookingId, key)).toEqual(answer)
    expect(await at.cancel('ann', bookingId)).toEqual({ status: 409, body: { refused: 'not-confirmed' } })
    expect(await at.seatsLeft('cancelled')).toBe(2)
    expect((await at.ticket(reference)).body.ticket.status).toBe('cancelled')
    await book(world, at, 'bob', 'cancelled')
  })

  it('is its traveller’s: others are told that there is none', async () => {
    await open(world.pool, 'own')
    const { bookingId } = await book(world, at, 'ann', 'own')
    const none = { status: 409, body: { refused: 'no-such-booking' } }
    expect(await at.cancel('bob', bookingId)).toEqual(none)
    expect(await at.booking('bob', bookingId)).toEqual(none)
    expect(await at.release('ann', bookingId)).toEqual({ status: 409, body: { refused: 'hold-ended' } })
    expect(await at.statusOf('ann', bookingId)).toBe('confirmed')
  })

  it('of nobody, and tickets of nobody, are refused', async () => {
    expect((await at.cancel('ann', 'never-was')).body).toEqual({ refused: 'no-such-booking' })
    expect((await at.ticket('FW-3333333333')).body).toEqual({ refused: 'no-such-ticket' })
    expect((await at.ticket('FW-0000000000')).status).toBe(400)
    expect((await at.ticket("' or 1=1")).status).toBe(400)
  })
})

it('the audit finds nothing wrong', async () => {
  expect(await at.failingChecks()).toEqual([])
})
