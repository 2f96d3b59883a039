/** The calls to the provider that a payment wants, and which of them are in vain once it has moved on. */
import { money } from '@fernweh/contracts/money'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import type { DurableCall } from '@fernweh/kit/server/third-parties/calls'
import { z } from 'zod'
import type { Payment } from '../domain/payment.ts'

const meta = z.object({ correlationId: z.string(), traceparent: z.string().optional() })
const about = z.object({ meta, paymentId: z.string(), travellerId: z.string() })

/** What the row of a call holds, by its kind. */
export const callData = {
  open: about.extend({
    title: z.string(),
    seats: z.number(),
    amount: money,
    holdExpiresAt: z.string(),
    number: z.number(),
  }),
  look: about.extend({ checkoutId: z.string() }),
  expire: about.extend({ checkoutId: z.string() }),
  refund: about.extend({ chargeId: z.string(), amount: money }),
}
export type CallKind = keyof typeof callData
export type CallData<Kind extends CallKind> = z.output<(typeof callData)[Kind]>
/** What every call holds. */
export type About = z.output<typeof about>

/** How long nothing may be heard of an open checkout before the provider is asked. */
const LOOK_AFTER_MS = 20_000

const call = <Kind extends CallKind>(
  kind: Kind,
  data: CallData<Kind>,
  how: Omit<DurableCall, 'kind' | 'data' | 'name'> = {},
) => ({
  name: `${kind}.${data.paymentId}`,
  kind,
  data,
  ...how,
})

export function openCall(payment: Payment, meta: Meta): DurableCall {
  const { title, seats, amount, holdExpiresAt, checkouts } = payment
  const wanted = { title, seats, amount, holdExpiresAt, number: checkouts }
  return call('open', { ...toAbout(payment, meta), ...wanted }, { urgent: true })
}

/** The payment has an open checkout. */
export function lookCall(payment: Payment, meta: Meta): DurableCall {
  return call('look', { ...toAbout(payment, meta), checkoutId: payment.checkoutId ?? '' }, { due: later() })
}

/** Beside the regular one, since that may be under way and have asked too early. */
export function lookNowCall(data: CallData<'look'>, why: string): DurableCall {
  return { ...call('look', data, { urgent: true }), name: `look.${data.paymentId}.${why}` }
}

export function expireCall(payment: Payment, meta: Meta, how: Pick<DurableCall, 'due'> = {}): DurableCall {
  return call('expire', { ...toAbout(payment, meta), checkoutId: payment.checkoutId ?? '' }, how)
}

export function refundCall(payment: Payment, meta: Meta): DurableCall {
  const { paymentId, charge } = payment
  if (!charge) throw new Error(`payment ${paymentId} has nothing to refund`)
  return call('refund', { ...toAbout(payment, meta), ...charge })
}

/** Names of what need not be asked any more. */
export const checkoutCalls = ({ paymentId }: Payment) => [
  `open.${paymentId}`,
  `look.${paymentId}`,
  `expire.${paymentId}`,
]

export const later = () => new Date(Date.now() + LOOK_AFTER_MS)

function toAbout({ paymentId, travellerId }: Payment, { correlationId, traceparent }: Meta): About {
  return { paymentId, travellerId, meta: { correlationId, traceparent } }
}
