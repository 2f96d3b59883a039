import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { payBooking } from '@fernweh/contracts/api/payments'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { paymentRequested } from '@fernweh/contracts/events/payments'
import { type Decision, happened, nothing } from './decision.ts'
import { FREE, type PaymentState } from './payment.ts'

export interface RequestPayment {
  type: 'request-payment'
  paymentId: string
  payment: EventOf<typeof paymentRequested>['data']
  /** The seats were given back, or given away. */
  isHoldOver: boolean
}

/** Asked again, it is the same payment; after its checkout was closed, a new checkout, as long as the seats are held. */
export function requestPayment(
  { payment, isHoldOver }: RequestPayment,
  state: PaymentState,
  now: Date,
): Decision<RefusalOf<typeof payBooking>> {
  if (state?.charge) return { refused: 'already-paid' }
  if (isHoldOver || new Date(payment.holdExpiresAt) <= now) return { refused: 'hold-ended' }
  if (state && state.status !== 'closed') return nothing
  const requested = { type: 'fernweh.payments.payment-requested' as const, data: payment }
  if (payment.amount.amount > 0) return happened(requested)
  // What costs nothing is paid without asking anybody.
  const { paymentId, sessionId, travellerId, amount } = payment
  const data = { paymentId, sessionId, travellerId, amount, chargeId: FREE }
  return happened(requested, { type: 'fernweh.payments.payment-received', data })
}
