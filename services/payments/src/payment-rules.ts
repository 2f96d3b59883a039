import type { Envelope } from '@fernweh/contracts/envelope'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { paymentsEvents } from '@fernweh/contracts/events/payments'
import type { CommandBatcher, Decider } from '@fernweh/kit/server/event-log/command-batcher'
import { decide, type PaymentCommand } from './domain/decide.ts'
import { evolve, type PaymentEvent, type PaymentState } from './domain/payment.ts'
import { project } from './views/project.ts'

export type PaymentRules = Decider<PaymentCommand, PaymentState, PaymentEvent, null>
export type PaymentClerk = CommandBatcher<PaymentCommand, null>

export const paymentRules: PaymentRules = {
  streamOf: ({ paymentId }) => `payment.${paymentId}`,
  initial: null,
  evolve,
  decide,
  read: readPaymentEvent,
  schemaVersionOf,
  project,
}

export function readPaymentEvent(event: Envelope): PaymentEvent {
  return readEvent(paymentsEvents, event)
}

function schemaVersionOf(type: string): number {
  const definition = paymentsEvents.find((candidate) => candidate.type === type)
  if (!definition) throw new Error(`${type} is not an event of payments`)
  return definition.version
}
