import type { Money } from '@fernweh/contracts/money'
import { type Decision, happened, nothing } from './decision.ts'
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

/** All that was paid, once. */
export function refundPayment({ reason }: RefundPayment, payment: PaymentState): Decision {
  if (payment?.status !== 'received' || !payment.charge) return nothing
  const { charge } = payment
  const requested: PaymentEvent = {
    type: 'fernweh.payments.refund-requested',
    data: { ...idsOf(payment), ...charge, reason },
  }
  if (charge.amount.amount > 0) return happened(requested)
  const data = { ...idsOf(payment), amount: charge.amount, refundId: FREE }
  return happened(requested, { type: 'fernweh.payments.payment-refunded', data })
}

export function recordRefunded({ amount, refundId }: RecordRefunded, payment: PaymentState): Decision {
  if (payment?.status !== 'refund-requested') return nothing
  return happened({ type: 'fernweh.payments.payment-refunded', data: { ...idsOf(payment), amount, refundId } })
}
