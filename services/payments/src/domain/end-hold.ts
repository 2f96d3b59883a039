import { accept, type Decision, unchanged } from './decision.ts'
import type { PaymentState } from './payment.ts'
import { closed } from './record-checkout.ts'

export interface EndHold {
  type: 'end-hold'
  paymentId: string
}

/**
 * Closes a checkout that is not open yet: nobody has its URL. An open one is expired by the provider, which may have
 * received the money at this very moment.
 */
export function endHold(_: EndHold, payment: PaymentState): Decision {
  return payment?.status === 'requested' ? accept(closed(payment, 'hold-ended')) : unchanged
}
