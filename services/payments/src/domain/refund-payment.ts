import type { Money } from '@fernweh/contracts/money'
import { accept, type Decision, unchanged } from './decision.ts'
import { FREE, idsOf, type PaymentEvent, type PaymentState } from './payment.ts'

export interface RefundPayment {
  type: 'refund-payment'
  paymentId: string
  reason: 'too-late' | 'cancelled'
}

export interface RecordRefunded {
  type: 'record-refunded'
  paymentId: string
  amount: Money
  refundId: string
}

export interface RecordRefundRefused {
  type: 'record-refund-refused'
  paymentId: string
}

/** Refunds the whole amount, once. */
export function refundPayment({ reason }: RefundPayment, payment: PaymentState): Decision {
  if (payment?.status !== 'received' || !payment.charge) return unchanged
  const { charge } = payment
  const requested: PaymentEvent = {
    type: 'fernweh.payments.refund-requested',
    data: { ...idsOf(payment), ...charge, reason },
  }
  if (charge.amount.amount > 0) return accept(requested)
  const data = { ...idsOf(payment), amount: charge.amount, refundId: FREE }
  return accept(requested, { type: 'fernweh.payments.payment-refunded', data })
}

export function recordRefunded({ amount, refundId }: RecordRefunded, payment: PaymentState): Decision {
  if (payment?.status !== 'refund-requested') return unchanged
  return accept({ type: 'fernweh.payments.payment-refunded', data: { ...idsOf(payment), amount, refundId } })
}

/** Said once; the refund stays requested. */
export function recordRefundRefused(_: RecordRefundRefused, payment: PaymentState): Decision {
  if (payment?.status !== 'refund-requested' || payment.refused === 'refund-refused' || !payment.charge)
    return unchanged
  const { amount } = payment.charge
  return accept({ type: 'fernweh.payments.refund-refused', data: { ...idsOf(payment), amount } })
}
