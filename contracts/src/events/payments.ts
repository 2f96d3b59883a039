/** Events of payments. Stream `payment.<id>`; a payment has the id of its booking. */
import { z } from 'zod'
import { id } from '../envelope.ts'
import { money } from '../money.ts'
import { defineEvent } from './define-event.ts'

const payment = z.object({ paymentId: id, sessionId: id, travellerId: id })
/** An id of the provider, in its own format. */
const providerId = z.string().min(1).max(255)

/**
 * The traveller wants to pay, so a checkout will be opened. `amount` is for all seats, fixed when they were held; `title` is
 * shown on the provider's page.
 */
export const paymentRequested = defineEvent({
  type: 'fernweh.payments.payment-requested',
  noun: 'payment',
  data: payment.extend({
    amount: money,
    seats: z.int().min(1),
    experienceId: id,
    title: z.string().min(1).max(120),
    holdExpiresAt: z.iso.datetime(),
  }),
})
/** The provider shows its checkout page at `url`. */
export const checkoutOpened = defineEvent({
  type: 'fernweh.payments.checkout-opened',
  noun: 'payment',
  data: payment.extend({ checkoutId: providerId, url: z.url() }),
})
/** Why the provider took no money while the seats were held. It never takes the amount of an `amount-…`. */
export const paymentRefusal = z.enum([
  'amount-too-small',
  'amount-too-large',
  'amount-not-exact',
  'not-accepted',
  'payment-failed',
  'checkout-gone',
])
export type PaymentRefusal = z.infer<typeof paymentRefusal>

/** The checkout was closed without a payment. Older events, and those of ended holds, have no `refusal`. */
export const checkoutClosed = defineEvent({
  type: 'fernweh.payments.checkout-closed',
  noun: 'payment',
  data: payment.extend({
    reason: z.enum(['hold-ended', 'expired', 'refused-by-provider']),
    refusal: paymentRefusal.optional(),
  }),
})
/** A card was declined; the checkout stays open for another. `code` is the provider's. */
export const paymentDeclined = defineEvent({
  type: 'fernweh.payments.payment-declined',
  noun: 'payment',
  data: payment.extend({ code: z.string().max(100) }),
})
/** The provider confirmed that the full amount was paid. */
export const paymentReceived = defineEvent({
  type: 'fernweh.payments.payment-received',
  noun: 'payment',
  data: payment.extend({ amount: money, chargeId: providerId }),
})
/** `amount-mismatch`: the provider charged another amount or currency than requested. */
export const refundRequested = defineEvent({
  type: 'fernweh.payments.refund-requested',
  noun: 'payment',
  data: payment.extend({
    amount: money,
    chargeId: providerId,
    reason: z.enum(['too-late', 'cancelled', 'amount-mismatch']),
  }),
})
/** The provider refuses the refund; it is requested again, until it is made. */
export const refundRefused = defineEvent({
  type: 'fernweh.payments.refund-refused',
  noun: 'payment',
  data: payment.extend({ amount: money }),
})
export const paymentRefunded = defineEvent({
  type: 'fernweh.payments.payment-refunded',
  noun: 'payment',
  data: payment.extend({ amount: money, refundId: providerId }),
})

export const paymentsEvents = [
  paymentRequested,
  checkoutOpened,
  checkoutClosed,
  paymentDeclined,
  paymentReceived,
  refundRequested,
  refundRefused,
  paymentRefunded,
] as const
