/** Money that goes back, never more than came. */
import { z } from 'zod'
import { missing, refused } from '../api/wire-error.ts'
import type { Refund, StripeCharge } from '../objects.ts'
import { newId, nowInSeconds, type StripeProvider } from '../provider.ts'

export const newRefund = z.strictObject({
  charge: z.string().optional(),
  payment_intent: z.string().optional(),
  amount: z
    .string()
    .regex(/^[1-9]\d{0,11}$/, 'not a positive integer')
    .transform(Number)
    .optional(),
  metadata: z.record(z.string(), z.string()).default({}),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
})
type NewRefund = z.output<typeof newRefund>

export function createRefund(provider: StripeProvider, input: NewRefund): Refund {
  const charge = chargeOf(provider, input)
  if (charge.refunded)
    throw refused(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  if (provider.settings.refuses === 'refunds')
    throw refused(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' })
  const left = charge.amount - charge.amount_refunded
  const amount = input.amount ?? left
  if (amount > left) throw refused('Refund amount is greater than unrefunded amount on charge.', { param: 'amount' })
  const refund = provider.store.put('refund', {
    id: newId('re'),
    object: 'refund',
    amount,
    charge: charge.id,
    created: nowInSeconds(),
    currency: charge.currency,
    metadata: input.metadata,
    payment_intent: charge.payment_intent,
    reason: input.reason ?? null,
    status: 'succeeded',
  })
  const given = { ...charge, amount_refunded: charge.amount_refunded + amount, refunded: amount === left }
  provider.emit('charge.refunded', provider.store.put('charge', given))
  return refund
}

function chargeOf({ store }: StripeProvider, { charge, payment_intent }: NewRefund): StripeCharge {
  if (charge) return paid(store.get('charge', charge) ?? fail(missing('charge', charge, 'charge')))
  if (!payment_intent) throw refused('One of the following params should be provided: payment_intent, charge.')
  const intent =
    store.get('intent', payment_intent) ?? fail(missing('payment_intent', payment_intent, 'payment_intent'))
  const latest = intent.latest_charge && store.get('charge', intent.latest_charge)
  return paid(latest || fail(refused(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`)))
}

function paid(charge: StripeCharge): StripeCharge {
  return charge.paid ? charge : fail(refused(`Charge ${charge.id} was not paid: there is nothing to refund.`))
}

function fail(error: Error): never {
  throw error
}
