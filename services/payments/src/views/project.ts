/** What the events of a batch change in the view and its feeds, and which calls to the provider they request or cancel. */
import type { Statement } from '@fernweh/kit/server/database/database'
import type { CommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'
import type { AppendedStream, Decider } from '@fernweh/kit/server/event-log/decide-all'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { bumpFeeds } from '@fernweh/kit/server/feeds/publisher'
import { cancelCalls, type DurableCall, requestCalls } from '@fernweh/kit/server/third-parties/calls'
import { type PaymentCommand, paymentDecider } from '../domain/decider.ts'
import type { Payment, PaymentEvent, PaymentState } from '../domain/payment.ts'
import { feedOf, toPaymentRow, upsertPayments } from './payments.ts'
import { checkoutCalls, lookCall, openCall, refundCall } from './provider-calls.ts'

export type PaymentBatcher = CommandBatcher<PaymentCommand, null>

/** The rules of a payment, with the view and the calls that are current with its events. */
export const projectedDecider: Decider<PaymentCommand, PaymentState, PaymentEvent, null> = {
  ...paymentDecider,
  project,
}

/** Events that leave the calls of a payment as they are. */
const saysOnly: PaymentEvent['type'][] = ['fernweh.payments.payment-declined', 'fernweh.payments.refund-refused']

function project(appended: readonly AppendedStream<PaymentState, PaymentEvent>[]): Statement[] {
  const payments = appended.map(({ state }) => state as Payment)
  const changed = appended.filter(({ events }) => events.some(({ type }) => !saysOnly.includes(type)))
  const cancelled = changed.flatMap(({ state }) => checkoutCalls(state as Payment))
  const requested = changed.flatMap(({ state, metas }) => callsOf(state as Payment, metas.at(-1) as Meta))
  return [
    upsertPayments(payments.map(toPaymentRow)),
    bumpFeeds(payments.map(feedOf)),
    ...(cancelled.length > 0 ? [cancelCalls(cancelled)] : []),
    ...(requested.length > 0 ? [requestCalls(requested)] : []),
  ]
}

function callsOf(payment: Payment, meta: Meta): DurableCall[] {
  if (payment.status === 'requested') return [openCall(payment, meta)]
  if (payment.status === 'open') return [lookCall(payment, meta)]
  if (payment.status === 'refund-requested') return [refundCall(payment, meta)]
  return []
}
