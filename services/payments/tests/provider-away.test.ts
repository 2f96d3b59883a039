/** The provider is away, slow to allow, or unplugged: what waits for it waits, and nothing else does. */
import { hashRows } from '@fernweh/kit/server/event-log/audit'
import type { ServiceProcess } from '@fernweh/kit/testing/service-process'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { BAD_CARD } from './provider.ts'
import { actions, createWorld, publishTiles, type World } from './world.ts'

let world: World
let payments: ServiceProcess
let at: ReturnType<typeof actions>
beforeAll(async () => {
  world = await createWorld()
  await publishTiles(world)
})
afterEach(async () => {
  await payments.kill()
  await world.provider.behave()
})
afterAll(() => world.end())

async function start(env: Record<string, string> = {}): Promise<void> {
  payments = await world.start(env)
  at = actions(payments)
}
async function open(bookingId: string): Promise<string> {
  await world.bookings.hold(bookingId)
  return (await at.pay(bookingId)).body.payment.data.url
}
const callsSeen = async () => (await world.provider.seen()).calls
const isNewCheckout = (method: string, path: string) => method === 'POST' && path === '/v1/checkout/sessions'
const breaker = async (): Promise<number> => {
  const metrics = await (await fetch(`${payments.url}/metrics`)).text()
  return Number(/^fernweh_third_party_state\{name="stripe"\} (\d)/m.exec(metrics)?.[1])
}

describe('a provider that is away', () => {
  /** Long, because on a busy machine it is noticed late that the breaker has opened. */
  const RESET_MS = 8_000

  it('is left alone until it is back; then every checkout opens', async () => {
    await start({ STRIPE_RESET_MS: String(RESET_MS) })
    await world.provider.control({ down: true })
    const bookings = Array.from({ length: 8 }, (_, i) => `away-${i}`)
    const answers = bookings.map(async (bookingId) => {
      await world.bookings.hold(bookingId)
      return at.pay(bookingId)
    })
    await until(breaker, (state) => state === 2)
    // What was under way when it opened has arrived by then; the probe that may close it comes later.
    const [since, end] = [Date.now() + RESET_MS / 5, Date.now() + RESET_MS / 2]
    await until(
      () => Date.now(),
      (now) => now > end,
    )
    expect((await callsSeen()).filter((call) => call.at > since && call.at < end)).toEqual([])

    for (const { status, body } of await Promise.all(answers)) {
      expect(status).toBe(200)
      expect(body.payment.data).toMatchObject({ status: 'requested', url: null })
    }
    await world.provider.behave()
    await until(breaker, (state) => state === 0)
    for (const bookingId of bookings) await at.becomes(bookingId, 'open')
    const sessions = await Promise.all(bookings.map((bookingId) => world.provider.sessionsOf(bookingId)))
    expect(sessions.map(({ length }) => length)).toEqual(bookings.map(() => 1))
  })
})

describe('a provider that allows ten calls a second', () => {
  it('opens a checkout at once, though a thousand calls are waiting', async () => {
    await start({ STRIPE_PER_SECOND: '10' })
    await world.bookings.hold('live')
    const data = { paymentId: 'of-old', travellerId: 'ann', checkoutId: 'cs_of_old', meta: { correlationId: 'old' } }
    await world.query(
      `insert into calls (name, kind, urgent, due, data) select 'look.old-' || n, 'look', false, clock_timestamp(), $1
        from generate_series(1, 1000) as n`,
      [JSON.stringify(data)],
    )
    const from = Date.now()
    await until(
      async () => (await callsSeen()).filter(({ path, at }) => path.endsWith('cs_of_old') && at >= from).length,
      (count) => count >= 10,
    )
    const before = (await callsSeen()).length
    expect((await at.pay('live')).body.payment.data.status).toBe('open')
    const overtaken = (await callsSeen()).slice(before).findIndex(({ method, path }) => isNewCheckout(method, path))
    expect(overtaken).toBeGreaterThanOrEqual(0)
    expect(overtaken).toBeLessThanOrEqual(10)
    const moments = (await callsSeen()).map(({ at }) => at).filter((at) => at >= from)
    const most = Math.max(...moments.map((at) => moments.filter((other) => other >= at && other < at + 1000).length))
    expect(most).toBeLessThanOrEqual(10)
    await world.query(`delete from calls where name like 'look.old-%'`)
  })
})

describe('with the provider unplugged', () => {
  const state = async () => ({
    payments: hashRows(await world.query('select * from payments')),
    holds: hashRows(await world.query('select * from holds')),
    titles: hashRows(await world.query('select * from experiences')),
    events: hashRows(await world.query('select stream, version, type, data from events')),
  })

  async function live(): Promise<void> {
    const [booked, declined, cancelled, late, left] = [
      await open('booked'),
      await open('declined'),
      await open('cancelled'),
      await open('late'),
      await open('left'),
    ]
    await world.provider.pay(declined, BAD_CARD)
    for (const url of [booked, declined, cancelled, late]) await world.provider.pay(url)
    for (const bookingId of ['booked', 'declined', 'cancelled', 'late']) await at.becomes(bookingId, 'received')
    for (const bookingId of ['booked', 'declined', 'cancelled']) await world.bookings.confirm(bookingId)
    await world.bookings.cancel('cancelled')
    await world.bookings.expire('late')
    await world.bookings.refuse('late')
    await world.bookings.expire('left')
    expect(left).not.toBeNull()
    await at.becomes('cancelled', 'refunded')
    await at.becomes('late', 'refunded')
    await at.becomes('left', 'closed')
  }

  it('everything can be heard again: it ends in the same state and asks nobody', async () => {
    await start()
    for (const { booking_id } of await world.query<{ booking_id: string }>('select booking_id from holds'))
      await world.bookings.expire(booking_id)
    await live()
    await until(
      () => world.query('select name from calls'),
      (waiting) => waiting.length === 0,
    )
    await until(at.failingChecks, (checks) => checks.length === 0)
    const before = await state()
    const calls = (await callsSeen()).length

    await payments.kill()
    await world.provider.control({ down: true })
    await world.query('truncate consumed, holds, sessions, experiences')
    for (const [owner, name] of [
      ['bookings', 'payments-hear-bookings'],
      ['catalog', 'payments-hear-titles'],
    ] as const)
      await world.broker.jsm.consumers.delete(owner, name)
    await start()
    await until(state, ({ holds, titles }) => holds === before.holds && titles === before.titles)
    expect(await state()).toEqual(before)
    expect(await at.failingChecks()).toEqual([])
    expect(await callsSeen()).toHaveLength(calls)
    expect(await world.query('select name from calls')).toEqual([])
  })

  it('somebody who wants to pay now would be seen asking', async () => {
    await start()
    const calls = (await callsSeen()).length
    await world.provider.control({ down: true })
    await world.bookings.hold('seen')
    await at.pay('seen')
    expect((await callsSeen()).length).toBeGreaterThan(calls)
  })
})
