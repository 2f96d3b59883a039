import { paymentsEvents } from '@fernweh/contracts/events/payments'
import { type EndHold, endHold } from './end-hold.ts'
import { evolve, type PaymentState } from './payment.ts'
import {
  type RecordCheckout,
  type RecordOpened,
  type RecordRefused,
  recordCheckout,
  recordOpened,
  recordRefused,
} from './record-checkout.ts'
import {
  type RecordRefunded,
  type RecordRefundRefused,
  type RefundPayment,
  recordRefunded,
  recordRefundRefused,
  refundPayment,
} from './refund-payment.ts'
import { type RequestPayment, requestPayment } from './request-payment.ts'

export type PaymentCommand =
  | RequestPayment
  | RecordOpened
  | RecordRefused
  | RecordCheckout
  | EndHold
  | RefundPayment
  | RecordRefunded
  | RecordRefundRefused

/** One stream per payment. */
export const paymentDecider = {
  events: paymentsEvents,
  streamOf: ({ paymentId }: PaymentCommand) => streamOf(paymentId),
  initial: null as PaymentState,
  evolve,
  decide,
}

export const streamOf = (paymentId: string) => `payment.${paymentId}`

export function decide(command: PaymentCommand, payment: PaymentState, now: Date) {
  switch (command.type) {
    case 'request-payment':
      return requestPayment(command, payment, now)
    case 'record-opened':
      return recordOpened(command, payment)
    case 'record-refused':
      return recordRefused(command, payment)
    case 'record-checkout':
      return recordCheckout(command, payment)
    case 'end-hold':
      return endHold(command, payment)
    case 'refund-payment':
      return refundPayment(command, payment)
    case 'record-refunded':
      return recordRefunded(command, payment)
    case 'record-refund-refused':
      return recordRefundRefused(command, payment)
  }
}
