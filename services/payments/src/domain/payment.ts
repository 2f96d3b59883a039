import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { paymentsEvents } from '@fernweh/contracts/events/payments'
import type { TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { Money } from '@fernweh/contracts/money'

export type PaymentEvent = EventOf<(typeof paymentsEvents)[number]>

/** What the provider has of it. */
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
  /** How many checkouts were asked for: another only after the one before was closed. */
  checkouts: number
  checkoutId: string | null
  url: string | null
  /** The last card was refused, by the provider's code. */
  declined: string | null
  charge: Charge | null
}

/** Null until somebody wants to pay. */
export type PaymentState = Payment | null

export function evolve(payment: PaymentState, event: PaymentEvent): PaymentState {
  if (event.type === 'fernweh.payments.payment-requested') {
    const { experienceId: _, ...asked } = event.data
    return { ...asked, ...nothingYet, status: 'requested', checkouts: (payment?.checkouts ?? 0) + 1 }
  }
  if (!payment) throw new Error(`${event.type} in a payment that nobody asked for`)
  switch (event.type) {
    case 'fernweh.payments.checkout-opened':
      return { ...payment, status: 'open', checkoutId: event.data.checkoutId, url: event.data.url }
    case 'fernweh.payments.checkout-closed':
      return { ...payment, status: 'closed', url: null }
    case 'fernweh.payments.payment-declined':
      return { ...payment, declined: event.data.code }
    case 'fernweh.payments.payment-received':
      return { ...payment, ...paid, status: 'received', charge: toCharge(event.data) }
    case 'fernweh.payments.refund-requested':
      return { ...payment, ...paid, status: 'refund-requested', charge: toCharge(event.data) }
    case 'fernweh.payments.payment-refunded':
      return { ...payment, status: 'refunded' }
  }
}

const nothingYet = { checkoutId: null, url: null, declined: null, charge: null }
const paid = { url: null, declined: null }
const toCharge = ({ amount, chargeId }: Charge): Charge => ({ amount, chargeId })

/** What every event of a payment says. */
export const idsOf = ({ paymentId, sessionId, travellerId }: Payment) => ({ paymentId, sessionId, travellerId })

/** Stands where the provider's id would: nothing was to be paid. */
export const FREE = 'free'
