/** What the events of a batch change in the view and its feeds, and what the provider is to be asked because of them. */
import { paymentFeed } from '@fernweh/contracts/feeds/payments'
import type { Statement } from '@fernweh/kit/server/database/database'
import type { AppendedStream } from '@fernweh/kit/server/event-log/decide-all'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { bumpFeeds } from '@fernweh/kit/server/feeds/publisher'
import { cancelCalls, type DurableCall, requestCalls } from '@fernweh/kit/server/third-parties/calls'
import type { Payment, PaymentEvent, PaymentState } from '../domain/payment.ts'
import { checkoutCalls, lookCall, openCall, refundCall } from './calls.ts'
import { type PaymentRow, toPaymentRow } from './rows.ts'

export type AppendedPayment = AppendedStream<PaymentState, PaymentEvent>

export const feedOf = ({ travellerId, paymentId }: Pick<Payment, 'travellerId' | 'paymentId'>) =>
  paymentFeed(travellerId, paymentId)

export function project(appended: readonly AppendedPayment[]): Statement[] {
  const payments = appended.map(({ state }) => state as Payment)
  const moved = appended.filter(({ events }) => events.some(({ type }) => type !== 'fernweh.payments.payment-declined'))
  const inVain = moved.flatMap(({ state }) => checkoutCalls(state as Payment))
  const wanted = moved.flatMap(({ state, metas }) => callsOf(state as Payment, metas.at(-1) as Meta))
  return [
    upsertPayments(payments.map(toPaymentRow)),
    bumpFeeds(payments.map(feedOf)),
    ...(inVain.length > 0 ? [cancelCalls(inVain)] : []),
    ...(wanted.length > 0 ? [requestCalls(wanted)] : []),
  ]
}

function callsOf(payment: Payment, meta: Meta): DurableCall[] {
  if (payment.status === 'requested') return [openCall(payment, meta)]
  if (payment.status === 'open') return [lookCall(payment, meta)]
  if (payment.status === 'refund-requested') return [refundCall(payment, meta)]
  return []
}

function upsertPayments(rows: PaymentRow[]): Statement {
  return {
    name: 'upsert-payments',
    text: `insert into payments select * from jsonb_populate_recordset(null::payments, $1)
      on conflict (payment_id) do update set status = excluded.status, amount = excluded.amount,
        currency = excluded.currency, checkout_id = excluded.checkout_id, url = excluded.url, declined = excluded.declined`,
    values: [JSON.stringify(rows)],
  }
}
