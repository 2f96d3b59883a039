import { type Decision, happened, nothing } from './decision.ts'
import type { PaymentState } from './payment.ts'
import { closed } from './record-checkout.ts'

export interface EndHold {
  type: 'end-hold'
  paymentId: string
}

/**
 * A checkout that was not opened yet is given up: nobody has its address. One that is open is closed by the provider, who
 * may have been paid in this very moment.
 */
export function endHold(_: EndHold, payment: PaymentState): Decision {
  return payment?.status === 'requested' ? happened(closed(payment, 'hold-ended')) : nothing
}
