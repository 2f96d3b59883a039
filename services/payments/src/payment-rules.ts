import type { Envelope } from '@fernweh/contracts/envelope'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { paymentsEvents } from '@fernweh/contracts/events/payments'
import type { CommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'
import type { Decider } from '@fernweh/kit/server/event-log/decide-all'
import { decide, type PaymentCommand } from './domain/decide.ts'
import { evolve, type PaymentEvent, type PaymentState } from './domain/payment.ts'
import { project } from './views/project.ts'

export type PaymentRules = Decider<PaymentCommand, PaymentState, PaymentEvent, null>
export type PaymentClerk = CommandBatcher<PaymentCommand, null>

export const paymentRules: PaymentRules = {
  events: paymentsEvents,
  streamOf: ({ paymentId }) => `payment.${paymentId}`,
  initial: null,
  evolve,
  decide,
  project,
}

export function readPaymentEvent(event: Envelope): PaymentEvent {
  return readEvent(paymentsEvents, event)
}
