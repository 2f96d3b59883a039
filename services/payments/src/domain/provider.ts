/** The interface to a payment provider; `stripe.ts` implements it. */
import type { PaymentRefusal } from '@fernweh/contracts/events/payments'
import type { Money } from '@fernweh/contracts/money'
import type { Checkout } from './record-checkout.ts'

export interface NewCheckout {
  paymentId: string
  title: string
  seats: number
  /** For all seats. */
  amount: Money
  holdExpiresAt: string
  /** Counts the checkouts of this payment, from 1. */
  number: number
}

export interface Refundable {
  paymentId: string
  chargeId: string
  amount: Money
}

/**
 * Every method makes one request, safe to repeat, and throws PermanentFailure when repeating it cannot help; its `cause` is a
 * AmountNotTaken when the amount is to blame.
 */
export interface Provider {
  openCheckout(checkout: NewCheckout): Promise<{ checkoutId: string; url: string }>
  /** Includes the payment it is for, as the provider stored it. */
  readCheckout(checkoutId: string): Promise<ProviderCheckout>
  /** A checkout that was paid first is returned as paid. */
  expireCheckout(checkoutId: string): Promise<ProviderCheckout>
  refund(refundable: Refundable): Promise<{ refundId: string }>
  /** Throws ForgedWebhook when the provider did not sign it, or not just now. */
  readWebhook(body: Buffer, signature: string): Webhook
}

export interface ProviderCheckout extends Checkout {
  paymentId: string | null
}

/** A hint to read the checkout, never a fact. */
export interface Webhook {
  id: string
  type: string
  /** Null when the webhook concerns something else, or names no payment. */
  paymentId: string | null
  checkoutId: string | null
}

export class AmountNotTaken extends Error {
  override name = 'AmountNotTaken'
  constructor(readonly refusal: Extract<PaymentRefusal, `amount-${string}`>) {
    super(refusal)
  }
}

export class ForgedWebhook extends Error {
  override name = 'ForgedWebhook'
}
