/** What the shop relies on, said with the provider's own SDK. */
import { until } from '@fernweh/kit/testing/until'
import Stripe from 'stripe'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startProvider, WEBHOOK_SECRET } from './provider.ts'

const GOOD = '4242 4242 4242 4242'
const DECLINED = '4000 0000 0000 0002'
const POOR = '4000000000009995'

const params: Stripe.Checkout.SessionCreateParams = {
  mode: 'payment',
  line_items: [
    { quantity: 2, price_data: { currency: 'eur', unit_amount: 4600, product_data: { name: 'Paint a tile' } } },
  ],
  success_url: 'http://localhost:4000/bookings/b1?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://localhost:4000/bookings/b1',
  client_reference_id: 'b1',
  metadata: { paymentId: 'b1' },
  payment_intent_data: { metadata: { paymentId: 'b1' } },
}

let provider: Awaited<ReturnType<typeof startProvider>>
let stripe: Stripe
beforeAll(async () => {
  provider = await startProvider()
})
beforeEach(() => {
  stripe = provider.stripe()
})
afterEach(() =>
  provider.control({
    down: false,
    delayMs: 0,
    loseAnswers: 0,
    failures: 0,
    perSecond: 100,
    idempotency: true,
    webhooks: 'normal',
    asynchronous: 'off',
    amountOff: 0,
    refuses: 'nothing',
  }),
)
afterAll(() => provider.close())

const open = async (more = {}) => {
  const session = await stripe.checkout.sessions.create({ ...params, ...more })
  return { id: session.id, url: session.url as string }
}
const eventsOf = (id: string) =>
  provider.heard
    .map(({ payload }) => JSON.parse(payload) as Stripe.Event)
    .filter(({ data: { object } }) => JSON.stringify(object).includes(id))

describe('a checkout', () => {
  test('is opened with an amount, an address and nothing paid', async () => {
    const session = await stripe.checkout.sessions.create(params)
    expect(session).toMatchObject({ status: 'open', payment_status: 'unpaid', amount_total: 9200, currency: 'eur' })
    expect(session).toMatchObject({ client_reference_id: 'b1', metadata: { paymentId: 'b1' }, payment_intent: null })
    expect(session.url).toBe(`${provider.url()}/c/pay/${session.id}`)
  })

  test('is paid with a good card, which leads back to the shop', async () => {
    const { id, url } = await open()
    const answer = await provider.pay(url, GOOD)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `http://localhost:4000/bookings/b1?session=${id}`,
    ])
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] })
    expect(session).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      payment_intent: {
        status: 'succeeded',
        amount_received: 9200,
        metadata: { paymentId: 'b1' },
        latest_charge: { paid: true, amount: 9200, currency: 'eur' },
      },
    })
  })

  test('is charged once, however often Pay is pressed', async () => {
    const { id, url } = await open()
    await Promise.all([provider.pay(url, GOOD), provider.pay(url, GOOD)])
    const { payment_intent } = await stripe.checkout.sessions.retrieve(id)
    const { charges } = await provider.seen()
    expect(charges.filter((charge: Stripe.Charge) => charge.payment_intent === payment_intent)).toHaveLength(1)
  })

  test.each([
    [DECLINED, 'generic_decline', 'Your card was declined.'],
    [POOR, 'insufficient_funds', 'Your card has insufficient funds.'],
  ])('stays open after %s', async (card, code, said) => {
    const { id, url } = await open()
    const page = await provider.pay(url, card)
    expect([page.status, (await page.text()).includes(said)]).toEqual([402, true])
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })
    expect(session).toMatchObject({ status: 'open', payment_status: 'unpaid' })
    expect(session.payment_intent).toMatchObject({ last_payment_error: { code: 'card_declined', decline_code: code } })
    expect((await provider.pay(url, GOOD)).status).toBe(303)
  })

  test('can be expired while it is open, and not afterwards', async () => {
    const { id, url } = await open()
    expect(await stripe.checkout.sessions.expire(id)).toMatchObject({ status: 'expired', url: null })
    const page = await provider.pay(url, GOOD)
    expect(await page.text()).toContain('This checkout is closed')
    await expect(stripe.checkout.sessions.expire(id)).rejects.toThrow('status of `expired`')
  })

  test('escapes what the shop calls its goods', async () => {
    const product_data = { name: '<script>alert(1)</script>' }
    const { url } = await open({
      line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 900, product_data } }],
    })
    expect(await (await fetch(url)).text()).not.toContain('<script')
  })

  test('of another amount than requested is what the provider says it is', async () => {
    await provider.control({ amountOff: -100 })
    const { id, url } = await open()
    await provider.pay(url, GOOD)
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ amount_subtotal: 9200, amount_total: 9100 })
  })

  test('may be complete before its money has come', async () => {
    await provider.control({ asynchronous: 'succeeds' })
    const { id, url } = await open()
    await provider.pay(url, GOOD)
    expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'complete', payment_status: 'unpaid' })
    await until(
      () => stripe.checkout.sessions.retrieve(id),
      ({ payment_status }) => payment_status === 'paid',
    )
  })
})

describe('a refund', () => {
  const paid = async () => {
    const { id, url } = await open()
    await provider.pay(url, GOOD)
    return (await stripe.checkout.sessions.retrieve(id)).payment_intent as string
  }

  test('gives everything back, and not twice', async () => {
    const payment_intent = await paid()
    expect(await stripe.refunds.create({ payment_intent })).toMatchObject({ amount: 9200, status: 'succeeded' })
    await expect(stripe.refunds.create({ payment_intent })).rejects.toMatchObject({ code: 'charge_already_refunded' })
    expect((await stripe.refunds.list({ payment_intent })).data).toHaveLength(1)
  })

  test('is never more than came', async () => {
    const payment_intent = await paid()
    await expect(stripe.refunds.create({ payment_intent, amount: 9201 })).rejects.toThrow('greater than unrefunded')
  })

  test('with the same key happens once; without that protection, twice', async () => {
    const refundTwice = async (key: string) => {
      const payment_intent = await paid()
      const refund = () => stripe.refunds.create({ payment_intent, amount: 1000 }, { idempotencyKey: key })
      const ids = [(await refund()).id, (await refund()).id]
      return new Set(ids).size
    }
    expect(await refundTwice('refund-1')).toBe(1)
    await provider.control({ idempotency: false })
    expect(await refundTwice('refund-2')).toBe(2)
  })
})

describe('an idempotency key', () => {
  test('with another body is an error', async () => {
    await stripe.checkout.sessions.create(params, { idempotencyKey: 'k1' })
    const again = stripe.checkout.sessions.create({ ...params, client_reference_id: 'b2' }, { idempotencyKey: 'k1' })
    await expect(again).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError)
  })

  test('whose first answer was lost gets that answer', async () => {
    // The SDK asks once more by itself when a connection breaks.
    await provider.control({ loseAnswers: 2 })
    const create = () => stripe.checkout.sessions.create(params, { idempotencyKey: 'k2' })
    await expect(create()).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError)
    const before = (await provider.seen()).sessions.length
    const { id } = await create()
    expect((await create()).id).toBe(id)
    expect((await provider.seen()).sessions).toHaveLength(before)
  })

  test('under way is told apart', async () => {
    await provider.control({ delayMs: 300 })
    const create = () => stripe.checkout.sessions.create(params, { idempotencyKey: 'k3' })
    const answers = await Promise.allSettled([create(), create()])
    const [refused] = answers.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]
    expect(refused?.reason).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })
  })

  test('of a request that could not be read is not kept', async () => {
    const create = (mode: 'payment') => stripe.checkout.sessions.create({ ...params, mode }, { idempotencyKey: 'k4' })
    await expect(create('gift' as 'payment')).rejects.toThrow('Invalid mode')
    expect((await create('payment')).status).toBe('open')
  })
})

describe('what is wrong is said as the provider says it', () => {
  const priced = (currency: string, unit_amount: number) => ({
    quantity: 1,
    price_data: { currency, unit_amount, product_data: { name: 'Tiles' } },
  })

  test.each([
    ['parameter_unknown', 'line_items[0][colour]', { line_items: [{ ...params.line_items?.[0], colour: 'red' }] }],
    ['parameter_missing', 'success_url', { success_url: undefined }],
    ['amount_too_small', undefined, { line_items: [{ ...params.line_items?.[0], quantity: 0 }] }],
    ['amount_too_small', undefined, { line_items: [priced('gbp', 29)] }],
    ['amount_too_small', undefined, { line_items: [priced('huf', 17_400)] }],
    ['amount_too_large', undefined, { line_items: [priced('usd', 100_000_000)] }],
    [undefined, 'expires_at', { expires_at: Math.floor(Date.now() / 1000) + 600 }],
    [undefined, 'line_items', { line_items: [priced('isk', 450)] }],
    [undefined, 'line_items', { line_items: [priced('kwd', 5124)] }],
  ])('%s %s', async (code, param, more) => {
    await expect(open(more)).rejects.toMatchObject({ type: 'StripeInvalidRequestError', code, param })
  })

  test('what the account may not do', async () => {
    const { id, url } = await open()
    await provider.pay(url, GOOD)
    await provider.control({ refuses: 'refunds' })
    const payment_intent = (await stripe.checkout.sessions.retrieve(id)).payment_intent as string
    await expect(stripe.refunds.create({ payment_intent })).rejects.toMatchObject({ code: 'charge_disputed' })
    await provider.control({ refuses: 'checkouts' })
    await expect(open()).rejects.toMatchObject({ type: 'StripeInvalidRequestError' })
  })

  test('a wrong key, an unknown id, an unknown address', async () => {
    const stranger = new Stripe('sk_test_other', { ...addressOf(provider.url()), maxNetworkRetries: 0 })
    await expect(stranger.checkout.sessions.create(params)).rejects.toMatchObject({ statusCode: 401 })
    await expect(stripe.checkout.sessions.retrieve('cs_none')).rejects.toMatchObject({ code: 'resource_missing' })
    await expect(stripe.customers.list()).rejects.toThrow('Unrecognized request URL')
  })

  test('too many calls, a fault, and nothing at all', async () => {
    await provider.control({ perSecond: 1 })
    const answers = await Promise.allSettled([open(), open(), open()])
    const refused = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => reason)
    expect(refused.length).toBeGreaterThanOrEqual(2)
    expect(refused[0]).toBeInstanceOf(Stripe.errors.StripeRateLimitError)
    await provider.control({ perSecond: 1000, failures: 1 })
    await expect(open()).rejects.toBeInstanceOf(Stripe.errors.StripeAPIError)
    await provider.control({ down: true })
    await expect(open()).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError)
    const [last] = (await provider.seen()).calls.slice(-1)
    expect(last).toMatchObject({ method: 'POST', path: '/v1/checkout/sessions', status: 0 })
  })
})

const addressOf = (url: string) => {
  const { hostname: host, port } = new URL(url)
  return { protocol: 'http' as const, host, port }
}

describe('a webhook', () => {
  const pay = async () => {
    const { id, url } = await open()
    await provider.pay(url, GOOD)
    return id
  }
  const heard = (id: string, count: number) =>
    until(
      () => eventsOf(id),
      ({ length }) => length >= count,
    )

  test('is signed so that the SDK believes it, and only with the secret', async () => {
    const id = await pay()
    await heard(id, 1)
    const { payload, signature } = provider.heard.at(-1) ?? { payload: '', signature: '' }
    const event = stripe.webhooks.constructEvent(payload, signature, WEBHOOK_SECRET)
    expect(event).toMatchObject({ type: 'checkout.session.completed', data: { object: { id } } })
    expect(() => stripe.webhooks.constructEvent(payload, signature, 'whsec_other')).toThrow()
  })

  test('comes again until the shop says yes', async () => {
    provider.shopAnswers(500, 503)
    const events = await heard(await pay(), 3)
    expect(new Set(events.map(({ id }) => id)).size).toBe(1)
  })

  test('may come twice, or not at all', async () => {
    await provider.control({ webhooks: 'doubled' })
    await heard(await pay(), 2)
    await provider.control({ webhooks: 'lost' })
    const lost = await pay()
    await provider.control({ webhooks: 'normal' })
    await heard(await pay(), 1)
    expect(eventsOf(lost)).toEqual([])
  })

  test('may come after one that happened later', async () => {
    await provider.control({ webhooks: 'reordered' })
    const { id, url } = await open({ payment_intent_data: { metadata: { paymentId: 'reordered' } } })
    await provider.pay(url, DECLINED)
    await provider.pay(url, GOOD)
    await heard(id, 1)
    const types = await until(
      () => provider.heard.slice(-2).map(({ payload }) => (JSON.parse(payload) as Stripe.Event).type),
      (last) => last.includes('payment_intent.payment_failed'),
    )
    expect(types).toEqual(['checkout.session.completed', 'payment_intent.payment_failed'])
  })

  test('tells of what was closed and given back', async () => {
    const { id } = await open()
    await stripe.checkout.sessions.expire(id)
    expect((await heard(id, 1)).map(({ type }) => type)).toEqual(['checkout.session.expired'])
    const { payment_intent } = await stripe.checkout.sessions.retrieve(await pay())
    await stripe.refunds.create({ payment_intent: payment_intent as string })
    await until(
      () => eventsOf(payment_intent as string).map(({ type }) => type),
      (types) => types.includes('charge.refunded'),
    )
  })
})

test('what was kept is there after a kill: sessions, stored answers, and webhooks on their way', async () => {
  await provider.control({ webhooks: 'delayed', webhookDelayMs: 60_000 })
  const { id, url } = await stripe.checkout.sessions.create(params, { idempotencyKey: 'k5' })
  await provider.pay(url as string, GOOD)
  await provider.restart()
  stripe = provider.stripe()
  expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_status: 'paid' })
  expect((await stripe.checkout.sessions.create(params, { idempotencyKey: 'k5' })).id).toBe(id)
  await until(
    () => eventsOf(id),
    ({ length }) => length === 1,
  )
})
