import type { Refused } from '@fernweh/contracts/api/operation'
import type { PaymentEvent } from './payment.ts'

/** The answer to a request is read from the view. */
export type Decision<Reason extends string = never> = { events: PaymentEvent[]; answer: null } | Refused<Reason>

export const accept = (...events: PaymentEvent[]) => ({ events, answer: null })
export const unchanged = accept()
