/** The calls to the provider that a payment requests, and which of them are cancelled once its status changes. */
import { money } from '@fernweh/contracts/money'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import type { DurableCall } from '@fernweh/kit/server/third-parties/calls'
import { z } from 'zod'
import type { Payment } from '../domain/payment.ts'

const meta = z.object({ correlationId: z.string(), traceparent: z.string().optional() })
const subject = z.object({ meta, paymentId: z.string(), travellerId: z.string() })

/** The data of a call, by its kind. */
export const callData = {
  open: subject.extend({
    title: z.string(),
    seats: z.number(),
    amount: money,
    holdExpiresAt: z.string(),
    number: z.number(),
  }),
  look: subject.extend({ checkoutId: z.string() }),
  expire: subject.extend({ checkoutId: z.string() }),
  refund: subject.extend({ chargeId: z.string(), amount: money }),
}
export type CallKind = keyof typeof callData
export type CallData<Kind extends CallKind> = z.output<(typeof callData)[Kind]>
/** The data that every call has. */
export type CallSubject = z.output<typeof subject>

/** How long an open checkout may go without news before it is read from the provider. */
const LOOK_AFTER_MS = 20_000
/** Longer than the day that Stripe repeats a refusal under the same idempotency key. */
const REFUND_AGAIN_MS = 25 * 3_600_000

const call = <Kind extends CallKind>(
  kind: Kind,
  data: CallData<Kind>,
  options: Omit<DurableCall, 'kind' | 'data' | 'name'> = {},
) => ({
  name: `${kind}.${data.paymentId}`,
  kind,
  data,
  ...options,
})

export function openCall(payment: Payment, meta: Meta): DurableCall {
  const { title, seats, amount, holdExpiresAt, checkouts } = payment
  const checkout = { title, seats, amount, holdExpiresAt, number: checkouts }
  return call('open', { ...toSubject(payment, meta), ...checkout }, { urgent: true })
}

/** For a payment with an open checkout. */
export function lookCall(payment: Payment, meta: Meta): DurableCall {
  return call('look', { ...toSubject(payment, meta), checkoutId: payment.checkoutId ?? '' }, { due: later() })
}

/** In addition to the regular one, which may be under way with an answer that is too old. */
export function lookNowCall(data: CallData<'look'>, cause: string): DurableCall {
  return { ...call('look', data, { urgent: true }), name: `look.${data.paymentId}.${cause}` }
}

export function expireCall(payment: Payment, meta: Meta, options: Pick<DurableCall, 'due'> = {}): DurableCall {
  return call('expire', { ...toSubject(payment, meta), checkoutId: payment.checkoutId ?? '' }, options)
}

export function refundCall(payment: Payment, meta: Meta, options: Pick<DurableCall, 'due'> = {}): DurableCall {
  const { paymentId, charge } = payment
  if (!charge) throw new Error(`payment ${paymentId} has nothing to refund`)
  return call('refund', { ...toSubject(payment, meta), ...charge }, options)
}

/** The account may be empty, or the refund made by hand: later the answer is another. */
export const refundAgainCall = (payment: Payment, meta: Meta) =>
  refundCall(payment, meta, { due: new Date(Date.now() + REFUND_AGAIN_MS) })

/** Names of the calls that a change of the payment makes pointless. */
export const checkoutCalls = ({ paymentId }: Payment) => [
  `open.${paymentId}`,
  `look.${paymentId}`,
  `expire.${paymentId}`,
]

export const later = () => new Date(Date.now() + LOOK_AFTER_MS)

function toSubject({ paymentId, travellerId }: Payment, { correlationId, traceparent }: Meta): CallSubject {
  return { paymentId, travellerId, meta: { correlationId, traceparent } }
}
