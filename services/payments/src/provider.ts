/** What a payment provider is asked for; `adapters/stripe.ts` asks Stripe. */
import type { Money } from '@fernweh/contracts/money'
import type { Checkout } from './domain/record-checkout.ts'

export interface CheckoutWanted {
  paymentId: string
  title: string
  seats: number
  /** For all seats. */
  amount: Money
  holdExpiresAt: string
  /** Of this payment, from 1. */
  number: number
}

export interface Refundable {
  paymentId: string
  chargeId: string
  amount: Money
}

/** Every call is one request, safe to repeat. Throws RefusedForGood when repeating it cannot help. */
export interface Provider {
  openCheckout(wanted: CheckoutWanted): Promise<{ checkoutId: string; url: string }>
  /** With the payment it is for, as the provider keeps it. */
  readCheckout(checkoutId: string): Promise<CheckoutOf>
  /** A checkout that was paid in this moment stays paid, and is answered as such. */
  expireCheckout(checkoutId: string): Promise<CheckoutOf>
  refund(refundable: Refundable): Promise<{ refundId: string }>
  /** What a webhook is about; throws ForgedWebhook when the provider did not just sign it. */
  readWebhook(body: Buffer, signature: string): Webhook
}

export interface CheckoutOf extends Checkout {
  paymentId: string | null
}

/** A hint to look, never a fact. */
export interface Webhook {
  id: string
  type: string
  /** Null when it is about something else, or does not say. */
  paymentId: string | null
  checkoutId: string | null
}

export class ForgedWebhook extends Error {
  override name = 'ForgedWebhook'
}
