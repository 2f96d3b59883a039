/** What the provider keeps, in its own spelling: amounts in the currency's smallest unit, times in seconds. */

type Metadata = Record<string, string>

export interface LineItem {
  name: string
  quantity: number
  unit_amount: number
}

export interface CheckoutSession {
  id: string
  object: 'checkout.session'
  amount_subtotal: number
  amount_total: number
  cancel_url: string | null
  client_reference_id: string | null
  created: number
  currency: string
  customer_email: string | null
  expires_at: number
  livemode: false
  metadata: Metadata
  mode: 'payment'
  /** Null until a card was tried. */
  payment_intent: string | null
  payment_method_types: string[]
  payment_status: 'unpaid' | 'paid'
  status: 'open' | 'complete' | 'expired'
  success_url: string
  /** Null once nothing can be paid there. */
  url: string | null
}

export interface PaymentIntent {
  id: string
  object: 'payment_intent'
  amount: number
  amount_received: number
  created: number
  currency: string
  last_payment_error: CardError | null
  latest_charge: string | null
  livemode: false
  metadata: Metadata
  status: 'requires_payment_method' | 'processing' | 'succeeded'
}

export interface CardError {
  type: 'card_error'
  code: string
  decline_code: string
  message: string
}

export interface StripeCharge {
  id: string
  object: 'charge'
  amount: number
  amount_refunded: number
  created: number
  currency: string
  failure_code: string | null
  livemode: false
  metadata: Metadata
  paid: boolean
  payment_intent: string
  refunded: boolean
  status: 'succeeded' | 'failed'
}

export interface Refund {
  id: string
  object: 'refund'
  amount: number
  charge: string
  created: number
  currency: string
  metadata: Metadata
  payment_intent: string
  reason: string | null
  status: 'succeeded'
}

export interface StripeEvent {
  id: string
  object: 'event'
  api_version: string
  created: number
  data: { object: object }
  livemode: false
  pending_webhooks: number
  request: { id: null; idempotency_key: null }
  type: string
}

export interface Delivery {
  /** The event's. */
  id: string
  attempts: number
  status: 'waiting' | 'delivered' | 'lost'
}

export interface Answer {
  status: number
  body: object
}

export interface StoredAnswer extends Answer {
  /** The idempotency key. */
  id: string
  fingerprint: string
}
