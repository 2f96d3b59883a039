import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { paymentsEvents } from '@fernweh/contracts/events/payments'
import type { TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { Money } from '@fernweh/contracts/money'

export type PaymentEvent = EventOf<(typeof paymentsEvents)[number]>

/** The money at the provider. */
export interface Charge {
  amount: Money
  chargeId: string
}

export interface Payment {
  paymentId: string
  sessionId: string
  travellerId: string
  title: string
  seats: number
  /** For all seats. */
  amount: Money
  holdExpiresAt: string
  status: TravellerPayment['status']
  /** How many checkouts were requested; another follows only after the one before was closed. */
  checkouts: number
  checkoutId: string | null
  url: string | null
  /** The provider's code for why the last card was declined. */
  declined: string | null
  refused: TravellerPayment['refused']
  charge: Charge | null
}

/** Null until the traveller asks to pay. */
export type PaymentState = Payment | null

export function evolve(payment: PaymentState, event: PaymentEvent): PaymentState {
  if (event.type === 'fernweh.payments.payment-requested') {
    const { experienceId: _, ...requested } = event.data
    return { ...requested, ...noCheckout, status: 'requested', checkouts: (payment?.checkouts ?? 0) + 1 }
  }
  if (!payment) throw new Error(`${event.type} of a payment that was never requested`)
  switch (event.type) {
    case 'fernweh.payments.checkout-opened':
      return { ...payment, status: 'open', checkoutId: event.data.checkoutId, url: event.data.url }
    case 'fernweh.payments.checkout-closed':
      return { ...payment, status: 'closed', url: null, refused: event.data.refusal ?? null }
    case 'fernweh.payments.payment-declined':
      return { ...payment, declined: event.data.code }
    case 'fernweh.payments.payment-received':
      return { ...payment, ...paid, status: 'received', charge: toCharge(event.data) }
    case 'fernweh.payments.refund-requested':
      return { ...payment, ...paid, status: 'refund-requested', charge: toCharge(event.data) }
    case 'fernweh.payments.refund-refused':
      return { ...payment, refused: 'refund-refused' }
    case 'fernweh.payments.payment-refunded':
      return { ...payment, status: 'refunded', refused: null }
  }
}

const noCheckout = { checkoutId: null, url: null, declined: null, refused: null, charge: null }
const paid = { url: null, declined: null, refused: null }
const toCharge = ({ amount, chargeId }: Charge): Charge => ({ amount, chargeId })

/** The ids in every event of a payment. */
export const idsOf = ({ paymentId, sessionId, travellerId }: Payment) => ({ paymentId, sessionId, travellerId })

/** Replaces the provider's id where nothing was to be paid. */
export const FREE = 'free'
