import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { payBooking } from '@fernweh/contracts/api/payments'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { paymentRequested } from '@fernweh/contracts/events/payments'
import { accept, type Decision, unchanged } from './decision.ts'
import { FREE, type PaymentState } from './payment.ts'

export interface RequestPayment {
  type: 'request-payment'
  paymentId: string
  payment: EventOf<typeof paymentRequested>['data']
  /** The seats are no longer held: released, expired or booked. */
  isHoldOver: boolean
}

/** A repeated request changes nothing; after a checkout was closed, it opens another while the seats are held. */
export function requestPayment(
  { payment, isHoldOver }: RequestPayment,
  state: PaymentState,
  now: Date,
): Decision<RefusalOf<typeof payBooking>> {
  if (state?.charge) return { refused: 'already-paid' }
  if (isHoldOver || new Date(payment.holdExpiresAt) <= now) return { refused: 'hold-ended' }
  if (state && state.status !== 'closed') return unchanged
  const requested = { type: 'fernweh.payments.payment-requested' as const, data: payment }
  if (payment.amount.amount > 0) return accept(requested)
  // A free booking is paid without the provider.
  const { paymentId, sessionId, travellerId, amount } = payment
  const data = { paymentId, sessionId, travellerId, amount, chargeId: FREE }
  return accept(requested, { type: 'fernweh.payments.payment-received', data })
}
