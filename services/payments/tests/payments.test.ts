/** From held seats to money, and back: what one traveller sees. */
import { payBooking } from '@fernweh/contracts/api/payments'
import type { ServiceProcess } from '@fernweh/kit/testing/service-process'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BAD_CARD } from './provider.ts'
import { actions, createWorld, ORIGIN, publishTiles, tiles, type World } from './world.ts'

let world: World
let payments: ServiceProcess
let at: ReturnType<typeof actions>

beforeAll(async () => {
  world = await createWorld()
  await publishTiles(world)
  payments = await world.start()
  at = actions(payments)
  await until(
    () => world.query('select 1 from experiences'),
    ({ length }) => length === 1,
  )
})
beforeEach(() => world.provider.behave())
afterAll(() => world.end())

/** Seats held by ann, and the page to pay at. */
async function open(bookingId: string): Promise<string> {
  await world.bookings.hold(bookingId)
  const { body } = await at.pay(bookingId)
  expect(body).toMatchObject({ payment: { data: { status: 'open' } } })
  return body.payment.data.url
}

async function paid(bookingId: string): Promise<void> {
  await world.provider.pay(await open(bookingId))
  await at.becomes(bookingId, 'received')
}

describe('a request to pay', () => {
  it('leads to a page for all seats, at the price they were held at', async () => {
    const url = await open('first')
    const [session] = await world.provider.sessionsOf('first')
    expect(session).toMatchObject({
      url,
      amount_total: 9000,
      currency: 'eur',
      client_reference_id: 'first',
      success_url: `${ORIGIN}/bookings/first?checkout=done`,
      cancel_url: `${ORIGIN}/bookings/first?checkout=left`,
    })
    expect(Number(session?.expires_at) * 1000).toBeGreaterThan(Date.now() + 30 * 60_000)
    expect(await (await fetch(url)).text()).toContain(tiles.title)
    expect(await world.eventsOf('first')).toEqual(['payment-requested', 'checkout-opened'])
  })

  it('again, or twice at the same time, leads to the same page', async () => {
    await world.bookings.hold('twice')
    const answers = await Promise.all([at.pay('twice'), at.pay('twice'), at.pay('twice')])
    const urls = [...answers, await at.pay('twice')].map(({ body }) => body.payment.data.url)
    expect(new Set(urls).size).toBe(1)
    expect(await world.provider.sessionsOf('twice')).toHaveLength(1)
  })

  it('for seats that are not heard of yet waits for them', async () => {
    const answer = at.pay('early')
    await world.bookings.hold('early')
    expect((await answer).body.payment.data.status).toBe('open')
  })

  it('for seats of somebody else, or of nobody, is refused alike', async () => {
    await world.bookings.hold('hers')
    const refused = { status: 409, body: { refused: 'no-such-booking' } }
    expect(await Promise.all([at.pay('hers', 'bob'), at.pay('of-nobody')])).toEqual([refused, refused])
    expect(await world.eventsOf('hers')).toEqual([])
  })

  it('without being signed in is refused', async () => {
    expect((await payments.call(payBooking, { params: { bookingId: 'first' } })).status).toBe(401)
  })

  it('for seats that are not held any more is refused', async () => {
    await world.bookings.hold('past', 'ann', { expiresAt: new Date(Date.now() - 1000).toISOString() })
    await world.bookings.hold('released')
    await world.bookings.release('released')
    await until(
      () => world.query(`select 1 from holds where booking_id = 'released' and status = 'released'`),
      ({ length }) => length === 1,
    )
    const refused = { status: 409, body: { refused: 'hold-ended' } }
    expect(await Promise.all([at.pay('past'), at.pay('released')])).toEqual([refused, refused])
  })

  it('while the provider is slow is answered in time, and the page is told by the feed', async () => {
    await world.provider.control({ failures: 1, delayMs: 900 })
    await world.bookings.hold('slow')
    const told: string[] = []
    world.broker.nc.subscribe('feeds.payment.ann__slow', {
      callback: (_, message) => void told.push(message.json<{ data: { status: string } }>().data.status),
    })
    const { body } = await at.pay('slow')
    expect(['requested', 'open']).toContain(body.payment.data.status)
    await at.becomes('slow', 'open')
    await until(
      () => told,
      (statuses) => statuses.at(-1) === 'open',
    )
  })

  it('where nothing is to be paid asks nobody', async () => {
    await world.bookings.hold('free', 'ann', { price: { amount: 0, currency: 'EUR' } })
    expect((await at.pay('free')).body.payment.data.status).toBe('received')
    expect(await world.provider.sessionsOf('free')).toEqual([])
    await world.bookings.confirm('free')
    await world.bookings.cancel('free')
    await at.becomes('free', 'refunded')
  })

  it.each([
    ['tiny', 'amount-too-small', { amount: 10, currency: 'EUR' }],
    ['huge', 'amount-too-large', { amount: 90_000_000, currency: 'EUR' }],
    ['uneven', 'amount-not-exact', { amount: 5124, currency: 'KWD' }],
  ])('of a %s amount is closed, and says so: %s', async (bookingId, refused, price) => {
    await world.bookings.hold(bookingId, 'ann', { price })
    const pushed: unknown[] = []
    world.broker.nc.subscribe(`feeds.payment.ann__${bookingId}`, {
      callback: (_, message) => void pushed.push(message.json<{ data: { refused: unknown } }>().data.refused),
    })
    expect((await at.pay(bookingId)).body.payment.data).toMatchObject({ status: 'closed', url: null, refused })
    const closed = { reason: 'refused-by-provider', refusal: refused }
    expect(await world.dataOf(bookingId, 'checkout-closed')).toMatchObject(closed)
    await until(
      () => pushed,
      (refusals) => refusals.at(-1) === refused,
    )
  })

  it('may be made again after the provider refused it for another reason', async () => {
    await world.provider.control({ refuses: 'checkouts' })
    await world.bookings.hold('refused')
    expect((await at.pay('refused')).body.payment.data).toMatchObject({ status: 'closed', refused: 'not-accepted' })
    await world.provider.behave()
    expect((await at.pay('refused')).body.payment.data).toMatchObject({ status: 'open', refused: null })
  })
})

describe('what is paid', () => {
  it.each([
    ['ISK', 4500, 900_000],
    ['JPY', 4500, 9000],
    ['KWD', 5120, 10_240],
  ])(
    'in %s is charged in the unit of the provider, received and given back in ours',
    async (currency, amount, charged) => {
      const bookingId = `in-${currency.toLowerCase()}`
      await world.bookings.hold(bookingId, 'ann', { price: { amount, currency } })
      const { body } = await at.pay(bookingId)
      await world.provider.pay(body.payment.data.url)
      await at.becomes(bookingId, 'received')
      expect(await world.dataOf(bookingId, 'payment-received')).toMatchObject({
        amount: { amount: 2 * amount, currency },
      })
      expect(await world.provider.chargesOf(bookingId)).toMatchObject([{ amount: charged }])
      await world.bookings.confirm(bookingId)
      await world.bookings.cancel(bookingId)
      await at.becomes(bookingId, 'refunded')
      expect(await world.provider.refundsOf(bookingId)).toMatchObject([{ amount: charged }])
    },
  )

  it('is received once', async () => {
    await paid('booked')
    expect(await world.dataOf('booked', 'payment-received')).toMatchObject({
      amount: { amount: 9000, currency: 'EUR' },
      travellerId: 'ann',
    })
    await world.bookings.confirm('booked')
    expect(await at.pay('booked')).toEqual({ status: 409, body: { refused: 'already-paid' } })
    expect(await world.provider.chargesOf('booked')).toHaveLength(1)
  })

  it('after a card was refused is received, and the refusal is shown meanwhile', async () => {
    const url = await open('declined')
    await world.provider.pay(url, BAD_CARD)
    const payment = await until(
      () => at.paymentOf('declined'),
      (seen) => seen?.declined !== null,
    )
    expect(payment).toMatchObject({ status: 'open', url, declined: 'generic_decline' })
    await world.provider.pay(url)
    expect(await at.becomes('declined', 'received')).toMatchObject({ declined: null, url: null })
    expect(await world.eventsOf('declined')).toEqual([
      'payment-requested',
      'checkout-opened',
      'payment-declined',
      'payment-received',
    ])
  })

  it('of another amount than was asked goes back whole, and nothing is booked', async () => {
    const url = await open('mismatch')
    await world.provider.control({ amountOff: -100 })
    await world.provider.pay(url)
    await at.becomes('mismatch', 'refunded')
    expect(await world.eventsOf('mismatch')).not.toContain('payment-received')
    expect(await world.dataOf('mismatch', 'refund-requested')).toMatchObject({
      reason: 'amount-mismatch',
      amount: { amount: 8900, currency: 'EUR' },
    })
    expect(await world.provider.refundsOf('mismatch')).toMatchObject([{ amount: 8900 }])
  })

  it('is received, too, when it is promised first and comes later', async () => {
    const url = await open('promised')
    await world.provider.control({ asynchronous: 'succeeds' })
    await world.provider.pay(url)
    await at.becomes('promised', 'received')
  })

  it('but does not come after all, is said to have failed', async () => {
    const url = await open('failed')
    await world.provider.control({ asynchronous: 'fails' })
    await world.provider.pay(url)
    expect(await at.becomes('failed', 'closed')).toMatchObject({ refused: 'payment-failed', url: null })
  })

  it('is for that person only', async () => {
    await paid('private')
    expect(await at.paymentOf('private', 'bob')).toBeUndefined()
    expect(await at.paymentOf('private')).toMatchObject({ status: 'received' })
  })
})

describe('when seats are not held any more', () => {
  it('the page to pay at is closed', async () => {
    const url = await open('abandoned')
    await world.bookings.expire('abandoned')
    expect(await at.becomes('abandoned', 'closed')).toMatchObject({ url: null })
    expect(await world.dataOf('abandoned', 'checkout-closed')).toMatchObject({ reason: 'hold-ended' })
    expect(await (await fetch(url)).text()).toContain('closed')
  })

  it('a page that was not opened yet never is', async () => {
    await world.provider.control({ down: true })
    await world.bookings.hold('unopened')
    const answer = at.pay('unopened')
    await until(
      () => world.eventsOf('unopened'),
      ({ length }) => length === 1,
    )
    await world.bookings.release('unopened')
    expect((await answer).body.payment.data.status).toBe('closed')
    expect(await world.query(`select 1 from calls where name = 'open.unopened'`)).toEqual([])
    await world.provider.behave()
    expect(await world.provider.sessionsOf('unopened')).toEqual([])
  })

  it('but it was paid in that very moment, the money is received; refused by bookings, it goes back', async () => {
    const url = await open('late')
    await world.provider.control({ webhooks: 'lost' })
    await world.provider.pay(url)
    await world.bookings.expire('late')
    await at.becomes('late', 'received')
    await world.bookings.refuse('late')
    await at.becomes('late', 'refunded')
    expect(await world.eventsOf('late')).toEqual([
      'payment-requested',
      'checkout-opened',
      'payment-received',
      'refund-requested',
      'payment-refunded',
    ])
    expect(await world.dataOf('late', 'refund-requested')).toMatchObject({ reason: 'too-late' })
    expect(await world.provider.refundsOf('late')).toHaveLength(1)
  })

  it('a page that the provider itself has closed before is replaced, as long as they are', async () => {
    const url = await open('expired')
    const [session] = await world.provider.sessionsOf('expired')
    await world.provider.expire(session?.id ?? '')
    await at.becomes('expired', 'closed')
    expect(await world.dataOf('expired', 'checkout-closed')).toMatchObject({ reason: 'expired' })
    expect(await at.paymentOf('expired')).toMatchObject({ refused: 'checkout-gone' })
    const again = (await at.pay('expired')).body.payment.data
    expect(again.status).toBe('open')
    expect(again.url).not.toBe(url)
  })

  it('and bookings does not say so, the clock does', async () => {
    const expiresAt = new Date(Date.now() + 1500).toISOString()
    await world.bookings.hold('unsaid', 'ann', { expiresAt })
    await at.pay('unsaid')
    await until(
      () => Date.now(),
      (now) => now > Date.parse(expiresAt),
    )
    await world.hurry()
    await until(
      () => world.query(`select 1 from calls where name = 'expire.unsaid'`),
      ({ length }) => length === 1,
    )
    await world.hurry()
    await at.becomes('unsaid', 'closed')
  })
})

describe('a booking that is cancelled', () => {
  it('is paid back once, though it is said twice and the answer is lost', async () => {
    await paid('cancelled')
    await world.bookings.confirm('cancelled')
    await world.provider.control({ loseAnswers: 1 })
    await world.bookings.cancel('cancelled')
    await world.bookings.cancel('cancelled')
    await at.becomes('cancelled', 'refunded')
    const { calls } = await world.provider.seen()
    const keys = calls.flatMap(({ idempotencyKey }) => (idempotencyKey === 'refund-cancelled' ? [idempotencyKey] : []))
    expect(keys).toHaveLength(2)
    expect(await world.provider.refundsOf('cancelled')).toMatchObject([{ amount: 9000 }])
  })

  it('is known to be paid back, though the provider has forgotten the key', async () => {
    await paid('forgotten')
    await world.bookings.confirm('forgotten')
    await world.provider.control({ loseAnswers: 1, idempotency: false })
    await world.bookings.cancel('forgotten')
    await at.becomes('forgotten', 'refunded')
    const [refund, ...more] = await world.provider.refundsOf('forgotten')
    expect(more).toEqual([])
    expect(await world.dataOf('forgotten', 'payment-refunded')).toMatchObject({ refundId: refund?.id })
  })
})

describe('a refund that the provider refuses', () => {
  it('is said to be, shown to operators, and made once the provider allows it', async () => {
    await paid('disputed')
    await world.bookings.confirm('disputed')
    await world.provider.control({ refuses: 'refunds' })
    await world.bookings.cancel('disputed')
    const refused = (payment: { refused?: unknown } | undefined) => payment?.refused === 'refund-refused'
    expect(await until(() => at.paymentOf('disputed'), refused)).toMatchObject({ status: 'refund-requested' })
    const isOpen = expect.objectContaining({ name: 'every refund is made or will be, and none is refused' })
    expect(await at.failingChecks()).toContainEqual(isOpen)
    const [again] = await world.query<{ due: Date }>(`select due from calls where name = 'refund.disputed'`)
    expect(again?.due.getTime()).toBeGreaterThan(Date.now() + 24 * 3_600_000)
    // A day later the provider has forgotten the key.
    await world.provider.control({ refuses: 'nothing', idempotency: false })
    await world.hurry()
    expect(await at.becomes('disputed', 'refunded')).toMatchObject({ refused: null })
    expect(await world.eventsOf('disputed').then((events) => events.slice(-3))).toEqual([
      'refund-requested',
      'refund-refused',
      'payment-refunded',
    ])
    expect(await world.provider.refundsOf('disputed')).toHaveLength(1)
    expect(await at.failingChecks()).not.toContainEqual(isOpen)
  })
})

describe('the audit', () => {
  it('is content', async () => {
    for (const bookingId of ['declined', 'promised', 'private']) await world.bookings.confirm(bookingId)
    await until(at.failingChecks, (checks) => checks.length === 0)
    expect((await payments.ops('audit')).body.checks).toHaveLength(7)
  })

  const failing = async () => (await at.failingChecks()).map(({ name }: { name: string }) => name)

  it('sees a booking that was confirmed for a payment that never was', async () => {
    await world.bookings.hold('forged')
    await world.bookings.confirm('forged')
    const unpaid = 'no booking is confirmed whose payment was not received'
    await until(failing, (checks) => checks.includes(unpaid))
    await world.bookings.cancel('forged')
    await until(failing, (checks) => !checks.includes(unpaid))
  })

  it.each([
    [
      'payments equal their rebuild',
      'a view that is not what happened',
      `update payments set declined = 'made-up' where payment_id = 'late'`,
    ],
    [
      'what was received for 30 s has a booking or goes back',
      'money without a booking',
      `update events set at = at - interval '1 hour' where stream = 'payment.private'`,
      `update holds set status = 'expired' where booking_id = 'private'`,
    ],
    [
      'no booking is confirmed whose payment was not received',
      'a booking without money',
      `update holds set status = 'confirmed' where booking_id = 'late'`,
    ],
    [
      'every refund is made or will be, and none is refused',
      'a refund that nobody makes',
      `update payments set status = 'refund-requested' where payment_id = 'late'`,
    ],
    ['every checkout is waited for', 'a checkout that nobody waits for', `delete from calls where name = 'look.first'`],
  ])('"%s" sees %s', async (check, _, ...corruption) => {
    expect(await failing()).not.toContain(check)
    for (const sql of corruption) await world.query(sql)
    expect(await failing()).toContain(check)
  })
})
