import type { PaymentRefusal } from '@fernweh/contracts/events/payments'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, type PaymentCommand } from './decider.ts'
import { evolve, type PaymentEvent, type PaymentState } from './payment.ts'
import type { Checkout } from './record-checkout.ts'

const amount = { amount: 9000, currency: 'EUR' }
const ids = { paymentId: 'p1', sessionId: 's1', travellerId: 'ann' }
const NOON = new Date('2027-04-01T12:00:00Z')
const minutes = (n: number) => new Date(NOON.getTime() + n * 60_000)
const wanted = {
  ...ids,
  amount,
  seats: 2,
  experienceId: 'tiles',
  title: 'Paint a tile',
  holdExpiresAt: minutes(10).toISOString(),
}

const happened = (type: string, data: object = {}) =>
  ({ type: `fernweh.payments.${type}`, data: { ...ids, ...data } }) as PaymentEvent
const requested = happened('payment-requested', wanted)
const opened = happened('checkout-opened', { checkoutId: 'cs_1', url: 'https://pay.example/cs_1' })
const closed = (reason = 'hold-ended', refusal?: PaymentRefusal) =>
  happened('checkout-closed', { reason, ...(refusal && { refusal }) })
const declined = (code: string) => happened('payment-declined', { code })
const charge = { amount, chargeId: 'pi_1' }
const received = happened('payment-received', charge)
const refundRequested = (reason: string, more = {}) => happened('refund-requested', { ...charge, reason, ...more })
const refundRefused = happened('refund-refused', { amount })
const refunded = happened('payment-refunded', { amount, refundId: 're_1' })

const about = { paymentId: 'p1' }
const pay = (isHoldOver = false): PaymentCommand => ({ type: 'request-payment', ...about, payment: wanted, isHoldOver })
const see = (outcome: Checkout['outcome'], { checkoutId = 'cs_1', isHoldOver = false } = {}): PaymentCommand => ({
  type: 'record-checkout',
  ...about,
  checkout: { checkoutId, outcome },
  isHoldOver,
})
const paid = { is: 'paid' as const, ...charge }
const refund = (reason: 'cancelled' | 'too-late' = 'cancelled'): PaymentCommand => ({
  type: 'refund-payment',
  ...about,
  reason,
})
const open: PaymentCommand = {
  type: 'record-opened',
  ...about,
  checkoutId: 'cs_1',
  url: 'https://pay.example/cs_1',
}
const endHold: PaymentCommand = { type: 'end-hold', ...about }
const refuse = (checkoutId: string | null, refusal: PaymentRefusal = 'not-accepted'): PaymentCommand => ({
  type: 'record-refused',
  ...about,
  checkoutId,
  refusal,
})
const refuseRefund: PaymentCommand = { type: 'record-refund-refused', ...about }
const giveBack: PaymentCommand = { type: 'record-refunded', ...about, amount, refundId: 're_1' }

const given = (...events: PaymentEvent[]) => ({
  when(command: PaymentCommand, now = NOON) {
    const decision = decide(command, events.reduce<PaymentState>(evolve, null), now)
    return {
      refuses: (reason: string) => expect(decision).toEqual({ refused: reason }),
      leadsTo: (...expected: PaymentEvent[]) => expect(decision).toEqual({ events: expected, answer: null }),
      changesNothing: () => expect(decision).toEqual({ events: [], answer: null }),
    }
  },
})

describe('a request to pay', () => {
  it('is a request for a checkout, once', () => {
    given().when(pay()).leadsTo(requested)
    given(requested).when(pay()).changesNothing()
    given(requested, opened).when(pay()).changesNothing()
  })

  it('is refused when the seats are not held any more', () => {
    given().when(pay(true)).refuses('hold-ended')
    given().when(pay(), minutes(10)).refuses('hold-ended')
    given(requested, opened).when(pay(), minutes(11)).refuses('hold-ended')
  })

  it('is refused when it is paid, whatever became of it', () => {
    for (const history of [[received], [received, refundRequested('cancelled')], [received, refunded]])
      given(requested, opened, ...history)
        .when(pay(true), minutes(11))
        .refuses('already-paid')
  })

  it('again asks for another checkout when the one before is closed and the seats are held still', () => {
    given(requested, closed('refused-by-provider')).when(pay()).leadsTo(requested)
    expect([requested, closed(), requested].reduce<PaymentState>(evolve, null)).toMatchObject({
      checkouts: 2,
      url: null,
    })
  })
})

describe('the answer about a checkout', () => {
  it('opens it, once, unless the payment has moved on', () => {
    given(requested).when(open).leadsTo(opened)
    given(requested, opened).when(open).changesNothing()
    given(requested, closed()).when(open).changesNothing()
  })

  it('that is paid is money received, also when it was closed here', () => {
    for (const history of [[requested], [requested, opened], [requested, opened, closed()]])
      given(...history)
        .when(see(paid))
        .leadsTo(received)
  })

  it.each([
    { amount: 8999, currency: 'EUR' },
    { amount: 9000, currency: 'USD' },
  ])('that is paid with %o goes back', (other) => {
    given(requested, opened)
      .when(see({ ...paid, amount: other }))
      .leadsTo(refundRequested('amount-mismatch', { amount: other }))
  })

  it('that is open tells of a refused card, each once', () => {
    given(requested, opened)
      .when(see({ is: 'open', declined: 'expired_card' }))
      .leadsTo(declined('expired_card'))
    given(requested, opened, declined('expired_card'))
      .when(see({ is: 'open', declined: 'expired_card' }))
      .changesNothing()
    given(requested, opened, declined('expired_card'))
      .when(see({ is: 'open', declined: 'lost_card' }))
      .leadsTo(declined('lost_card'))
  })

  it('that has ended closes it, and says why', () => {
    given(requested, opened)
      .when(see({ is: 'ended', failed: false }))
      .leadsTo(closed('expired', 'checkout-gone'))
    given(requested, opened)
      .when(see({ is: 'ended', failed: true }))
      .leadsTo(closed('expired', 'payment-failed'))
    given(requested, opened)
      .when(see({ is: 'ended', failed: false }, { isHoldOver: true }))
      .leadsTo(closed('hold-ended'))
  })

  it('before the present one closes nothing', () => {
    given(requested, opened)
      .when(see({ is: 'ended', failed: false }, { checkoutId: 'cs_0' }))
      .changesNothing()
  })

  it('that nobody asked for changes nothing', () => {
    given().when(see(paid)).changesNothing()
  })

  it('that the provider refuses for good closes it, and says why until another is asked for', () => {
    const tooSmall = closed('refused-by-provider', 'amount-too-small')
    given(requested).when(refuse(null, 'amount-too-small')).leadsTo(tooSmall)
    given(requested, opened)
      .when(refuse('cs_1', 'checkout-gone'))
      .leadsTo(closed('refused-by-provider', 'checkout-gone'))
    const seen = (...events: PaymentEvent[]) => events.reduce<PaymentState>(evolve, null)?.refused
    expect(seen(requested, tooSmall)).toBe('amount-too-small')
    expect(seen(requested, tooSmall, requested)).toBeNull()
    expect(seen(requested, closed('refused-by-provider'))).toBeNull()
    given(requested, opened).when(refuse('cs_0')).changesNothing()
    given(requested, opened, received).when(refuse('cs_1')).changesNothing()
  })
})

describe('the end of a hold', () => {
  it('gives up a checkout that was not opened; one that is open is for the provider to close', () => {
    given(requested).when(endHold).leadsTo(closed('hold-ended'))
    given(requested, opened).when(endHold).changesNothing()
    given(requested, opened, received).when(endHold).changesNothing()
    given().when(endHold).changesNothing()
  })
})

describe('money', () => {
  it('goes back once, when it was received', () => {
    given(requested, opened, received).when(refund('too-late')).leadsTo(refundRequested('too-late'))
    given(requested, opened, received, refundRequested('too-late')).when(refund()).changesNothing()
    given(requested, opened, received, refundRequested('too-late'), refunded).when(refund()).changesNothing()
    given(requested, opened).when(refund()).changesNothing()
  })

  it('has gone back once', () => {
    given(requested, opened, received, refundRequested('cancelled')).when(giveBack).leadsTo(refunded)
    given(requested, opened, received, refundRequested('cancelled'), refunded).when(giveBack).changesNothing()
  })

  it('whose refund is refused stays to be refunded, which is said once', () => {
    const history = [requested, opened, received, refundRequested('cancelled')]
    given(...history)
      .when(refuseRefund)
      .leadsTo(refundRefused)
    given(...history, refundRefused)
      .when(refuseRefund)
      .changesNothing()
    given(...history, refundRefused)
      .when(giveBack)
      .leadsTo(refunded)
    given(...history, refunded)
      .when(refuseRefund)
      .changesNothing()
    given(requested, opened, received).when(refuseRefund).changesNothing()
  })

  it('comes once and goes back at most once, whatever is said in whatever order', () => {
    const commands = [
      pay(),
      pay(true),
      open,
      refuse(null),
      refuse('cs_1'),
      see(paid),
      see({ ...paid, amount: { ...amount, amount: 1 } }),
      see({ is: 'ended', failed: true }),
      see({ is: 'open', declined: 'lost_card' }),
      endHold,
      refund(),
      refund('too-late'),
      refuseRefund,
      giveBack,
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 40 }), (said) => {
        const events: PaymentEvent[] = []
        for (const command of said) {
          const decision = decide(command, events.reduce<PaymentState>(evolve, null), NOON)
          if ('events' in decision) events.push(...decision.events)
        }
        const count = (...types: string[]) => events.filter(({ type }) => types.includes(type.slice(17))).length
        const mismatched = events.filter(
          (event) =>
            event.type.endsWith('refund-requested') &&
            'reason' in event.data &&
            event.data.reason === 'amount-mismatch',
        ).length
        expect(count('payment-received') + mismatched).toBeLessThanOrEqual(1)
        expect(count('refund-requested')).toBeLessThanOrEqual(count('payment-received') + mismatched)
        expect(count('payment-refunded')).toBeLessThanOrEqual(count('refund-requested'))
      }),
      { numRuns: 500 },
    )
  })
})
