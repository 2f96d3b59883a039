/** The provider's answers about the checkout of a payment. */
import type { PaymentRefusal } from '@fernweh/contracts/events/payments'
import type { Money } from '@fernweh/contracts/money'
import { accept, type Decision, unchanged } from './decision.ts'
import { type Charge, idsOf, type Payment, type PaymentEvent, type PaymentState } from './payment.ts'

export interface RecordOpened {
  type: 'record-opened'
  paymentId: string
  checkoutId: string
  url: string
}

/** The provider refuses to open a checkout, or does not know the current one. */
export interface RecordRefused {
  type: 'record-refused'
  paymentId: string
  /** Null for the checkout that was to be opened. */
  checkoutId: string | null
  refusal: PaymentRefusal
}

export interface Checkout {
  checkoutId: string
  outcome: { is: 'open'; declined: string | null } | { is: 'ended'; failed: boolean } | ({ is: 'paid' } & Charge)
}

export interface RecordCheckout {
  type: 'record-checkout'
  paymentId: string
  checkout: Checkout
  isHoldOver: boolean
}

export function recordOpened({ checkoutId, url }: RecordOpened, payment: PaymentState): Decision {
  if (payment?.status !== 'requested') return unchanged
  return accept({ type: 'fernweh.payments.checkout-opened', data: { ...idsOf(payment), checkoutId, url } })
}

export function recordRefused({ checkoutId, refusal }: RecordRefused, payment: PaymentState): Decision {
  if (payment?.status !== 'requested' && payment?.status !== 'open') return unchanged
  return payment.checkoutId === checkoutId ? accept(closed(payment, 'refused-by-provider', refusal)) : unchanged
}

/** Money counts even after the checkout was closed here; everything else only while the checkout is open. */
export function recordCheckout({ checkout, isHoldOver }: RecordCheckout, payment: PaymentState): Decision {
  if (!payment || payment.charge) return unchanged
  const { checkoutId, outcome } = checkout
  if (outcome.is === 'paid') return accept(paid(payment, outcome))
  if (payment.status !== 'open' || payment.checkoutId !== checkoutId) return unchanged
  if (outcome.is === 'ended') {
    if (isHoldOver) return accept(closed(payment, 'hold-ended'))
    return accept(closed(payment, 'expired', outcome.failed ? 'payment-failed' : 'checkout-gone'))
  }
  if (outcome.declined === null || outcome.declined === payment.declined) return unchanged
  const data = { ...idsOf(payment), code: outcome.declined }
  return accept({ type: 'fernweh.payments.payment-declined', data })
}

function paid(payment: Payment, { amount, chargeId }: Charge): PaymentEvent {
  const data = { ...idsOf(payment), amount, chargeId }
  return isSame(amount, payment.amount)
    ? { type: 'fernweh.payments.payment-received', data }
    : { type: 'fernweh.payments.refund-requested', data: { ...data, reason: 'amount-mismatch' } }
}

const isSame = (one: Money, other: Money) => one.amount === other.amount && one.currency === other.currency

type Reason = Extract<PaymentEvent, { type: 'fernweh.payments.checkout-closed' }>['data']['reason']

export const closed = (payment: Payment, reason: Reason, refusal?: PaymentRefusal): PaymentEvent => ({
  type: 'fernweh.payments.checkout-closed',
  data: { ...idsOf(payment), reason, ...(refusal && { refusal }) },
})
