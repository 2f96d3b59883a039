/** However the provider's webhooks come, or do not, the end is the same. */
import type { ServiceProcess } from '@fernweh/kit/testing/service-process'
import { until } from '@fernweh/kit/testing/until'
import Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BAD_CARD, type Heard, post, WEBHOOK_SECRET } from './provider.ts'
import { actions, createWorld, type World } from './world.ts'

let world: World
let payments: ServiceProcess
let at: ReturnType<typeof actions>
beforeAll(async () => {
  world = await createWorld()
  payments = await world.start()
  at = actions(payments)
})
beforeEach(() => world.provider.behave())
afterAll(() => world.end())

async function open(bookingId: string): Promise<string> {
  await world.bookings.hold(bookingId)
  return (await at.pay(bookingId)).body.payment.data.url
}
async function declineThenPay(bookingId: string): Promise<void> {
  const url = await open(bookingId)
  await world.provider.pay(url, BAD_CARD)
  await world.provider.pay(url)
}
const received = async (bookingId: string) => {
  const events = await until(
    () => world.eventsOf(bookingId),
    (happened) => happened.includes('payment-received'),
  )
  return events.filter((event) => event !== 'payment-declined')
}
const ONCE = ['payment-requested', 'checkout-opened', 'payment-received']
const webhooksAbout = (bookingId: string) => world.provider.heard.filter(({ body }) => body.includes(bookingId))
const looksOf = (bookingId: string) => world.query(`select 1 from calls where name like 'look.${bookingId}.%'`)
const settled = (bookingId: string) =>
  until(
    () => looksOf(bookingId),
    ({ length }) => length === 0,
  )

const sign = (body: string, { secret = WEBHOOK_SECRET, seconds = Math.floor(Date.now() / 1000) } = {}): Heard => ({
  body,
  signature: Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: seconds }),
})

describe('webhooks that come', () => {
  it.each(['normal', 'doubled', 'delayed', 'reordered'])('%s lead to one payment', async (webhooks) => {
    await world.provider.control({ webhooks, webhookDelayMs: 500 })
    await declineThenPay(webhooks)
    expect(await received(webhooks)).toEqual(ONCE)
    await until(
      () => webhooksAbout(webhooks),
      ({ length }) => length >= (webhooks === 'doubled' ? 4 : 2),
    )
    await settled(webhooks)
    expect(await world.eventsOf(webhooks)).not.toContain('refund-requested')
    expect(await world.provider.chargesOf(webhooks)).toHaveLength(1)
  })

  it('once more, days later, have no effect', async () => {
    await declineThenPay('replayed')
    await received('replayed')
    const before = (await world.provider.seen()).calls.length
    for (const { body } of webhooksAbout('replayed')) expect(await post(payments.url, sign(body))).toBe(200)
    expect(await looksOf('replayed')).toEqual([])
    expect((await world.provider.seen()).calls).toHaveLength(before)
  })

  it('never are not missed: the provider is asked', async () => {
    await world.provider.control({ webhooks: 'lost' })
    await declineThenPay('lost')
    expect(await world.eventsOf('lost')).toEqual(['payment-requested', 'checkout-opened'])
    await world.hurry()
    expect(await received('lost')).toEqual(ONCE)
  })

  it('before the answer that opened the checkout was heard are not lost', async () => {
    await world.provider.control({ loseAnswers: 1 })
    expect(await world.provider.pay(await open('overtaken'))).toBe(303)
    expect(await received('overtaken')).toEqual(ONCE)
    expect(await world.provider.sessionsOf('overtaken')).toHaveLength(1)
  })

  it('while nobody is there come again', async () => {
    const url = await open('away')
    await payments.kill()
    await world.provider.pay(url)
    payments = await world.start()
    at = actions(payments)
    expect(await received('away')).toEqual(ONCE)
  })

  it('about something else are taken and forgotten', async () => {
    const about = (id: string, type: string, object: object) =>
      post(payments.url, sign(JSON.stringify({ id, object: 'event', type, data: { object } })))
    const stranger = { id: 'cs_9', object: 'checkout.session', metadata: { paymentId: 'of-another-shop' } }
    expect(await about('evt_1', 'customer.created', { id: 'cus_1', object: 'customer' })).toBe(200)
    expect(await about('evt_2', 'checkout.session.completed', stranger)).toBe(200)
    expect(await world.query(`select 1 from calls where name like '%evt\\_%'`)).toEqual([])
  })
})

describe('a webhook that lies', () => {
  const claim = (paymentId: string, checkoutId: string, id = `evt_${checkoutId}`) =>
    JSON.stringify({
      id,
      object: 'event',
      type: 'checkout.session.completed',
      data: {
        object: {
          id: checkoutId,
          object: 'checkout.session',
          metadata: { paymentId },
          status: 'complete',
          payment_status: 'paid',
          amount_total: 9000,
        },
      },
    })

  beforeAll(() => open('target'))

  it.each([
    ['signed with another secret', (body: string) => sign(body, { secret: 'whsec_guessed' })],
    ['signed for another body', (body: string) => ({ ...sign(`${body} `), body })],
    ['without a signature', (body: string) => ({ body, signature: '' })],
    ['of more than five minutes ago', (body: string) => sign(body, { seconds: Date.now() / 1000 - 310 })],
  ])('%s is refused and leaves nothing behind', async (_, forge) => {
    expect(await post(payments.url, forge(claim('target', 'cs_forged')))).toBe(400)
    expect(await world.query(`select 1 from webhooks where id = 'evt_cs_forged'`)).toEqual([])
    expect(await looksOf('target')).toEqual([])
  })

  const unharmed = async () => {
    await settled('target')
    expect(await world.eventsOf('target')).toEqual(['payment-requested', 'checkout-opened'])
  }

  it('is refused for its signature only: signed properly it is taken, and the provider knows no such checkout', async () => {
    expect(await post(payments.url, sign(claim('target', 'cs_unknown')))).toBe(200)
    expect(await world.query(`select 1 from webhooks where id = 'evt_cs_unknown'`)).toHaveLength(1)
    await unharmed()
  })

  it('but is signed is not believed: the provider is asked', async () => {
    const [session] = await world.provider.sessionsOf('target')
    await post(payments.url, sign(claim('target', session?.id ?? '')))
    await unharmed()
  })

  it('about the checkout of somebody else pays nothing', async () => {
    const url = await open('rich')
    const [session] = await world.provider.sessionsOf('rich')
    await world.provider.pay(url)
    await received('rich')
    await post(payments.url, sign(claim('target', session?.id ?? '', 'evt_crossed')))
    await unharmed()
  })

  it('and is as large as a book is refused', async () => {
    expect(await post(payments.url, sign('x'.repeat(300_000)))).toBe(413)
  })
})

it('the audit finds nothing wrong', async () => {
  for (const bookingId of [
    'normal',
    'doubled',
    'delayed',
    'reordered',
    'replayed',
    'lost',
    'overtaken',
    'away',
    'rich',
  ])
    await world.bookings.confirm(bookingId)
  await until(at.failingChecks, (checks) => checks.length === 0)
})
