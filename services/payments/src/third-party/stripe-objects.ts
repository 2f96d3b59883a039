/** Stripe's objects as the types of this service. */
import type Stripe from 'stripe'
import type { ProviderCheckout, Webhook } from '../domain/provider.ts'
import { fromStripe } from './stripe-amount.ts'

/** The payment intent is expanded, once there is one. */
export function toCheckout(session: Stripe.Checkout.Session): ProviderCheckout {
  return { checkoutId: session.id, paymentId: session.metadata?.paymentId ?? null, outcome: outcomeOf(session) }
}

function outcomeOf({ status, payment_status, payment_intent }: Stripe.Checkout.Session): ProviderCheckout['outcome'] {
  const intent = typeof payment_intent === 'object' ? payment_intent : null
  if (payment_status === 'paid' && intent) {
    return { is: 'paid', amount: fromStripe(intent.amount_received, intent.currency), chargeId: intent.id }
  }
  const failed = status === 'complete' && intent?.status === 'requires_payment_method'
  if (failed || status === 'expired') return { is: 'ended', failed }
  const error = intent?.last_payment_error
  return { is: 'open', declined: error?.decline_code ?? error?.code ?? null }
}

interface StripeObject {
  id: string
  object: string
  metadata?: Stripe.Metadata | null
}

export function toWebhook({ id, type, data }: Stripe.Event): Webhook {
  const object = data.object as unknown as StripeObject
  return {
    id,
    type,
    paymentId: object.metadata?.paymentId ?? null,
    checkoutId: object.object === 'checkout.session' ? object.id : null,
  }
}
