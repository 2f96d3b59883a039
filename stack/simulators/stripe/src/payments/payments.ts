/** What a card at the hosted page does to a session, its payment intent and its charges. */
import type { CardError, CheckoutSession, PaymentIntent, StripeCharge } from '../objects.ts'
import { newId, nowInSeconds, type StripeProvider } from '../provider.ts'

/** How long the money takes that is promised only. */
const ASYNCHRONOUS_MS = 1_000

/** The session is open. */
export function declineSession(provider: StripeProvider, session: CheckoutSession, error: CardError): void {
  const intent = intentOf(provider, session)
  const charge = putCharge(provider, intent, { status: 'failed', paid: false, failure_code: error.code })
  const failed = { ...intent, last_payment_error: error, latest_charge: charge.id }
  provider.emit('payment_intent.payment_failed', provider.store.put('intent', failed))
}

/** The session is open. Whoever pays twice finds it complete. */
export function paySession(provider: StripeProvider, session: CheckoutSession): void {
  const { store, settings, emit } = provider
  const intent = intentOf(provider, session)
  const complete: CheckoutSession = { ...session, status: 'complete', url: null, payment_intent: intent.id }
  if (settings.asynchronous !== 'off') {
    store.put('intent', { ...intent, status: 'processing' })
    emit('checkout.session.completed', store.put('session', complete))
    setTimeout(() => settle(provider, session.id, settings.asynchronous === 'succeeds'), ASYNCHRONOUS_MS)
    return
  }
  emit('checkout.session.completed', takeMoney(provider, complete, intent))
}

function settle(provider: StripeProvider, id: string, succeeds: boolean): void {
  const session = provider.store.get('session', id) as CheckoutSession
  const intent = intentOf(provider, session)
  if (succeeds) {
    provider.emit('checkout.session.async_payment_succeeded', takeMoney(provider, session, intent))
    return
  }
  provider.store.put('intent', { ...intent, status: 'requires_payment_method' })
  provider.emit('checkout.session.async_payment_failed', session)
}

function takeMoney(provider: StripeProvider, session: CheckoutSession, intent: PaymentIntent): CheckoutSession {
  const { store } = provider
  const charge = putCharge(provider, intent, { status: 'succeeded', paid: true, failure_code: null })
  store.put('intent', {
    ...intent,
    amount_received: charge.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    status: 'succeeded',
  })
  return store.put('session', { ...session, payment_status: 'paid', amount_total: charge.amount })
}

/** Made when a card is tried for the first time. */
function intentOf({ store, settings }: StripeProvider, session: CheckoutSession): PaymentIntent {
  const known = session.payment_intent && store.get('intent', session.payment_intent)
  if (known) return known
  const intent = store.put('intent', {
    id: newId('pi'),
    object: 'payment_intent',
    amount: session.amount_total + settings.amountOff,
    amount_received: 0,
    created: nowInSeconds(),
    currency: session.currency,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: store.get('items', session.id)?.intentMetadata ?? {},
    status: 'requires_payment_method',
  })
  store.put('session', { ...session, payment_intent: intent.id })
  return intent
}

type Result = Pick<StripeCharge, 'status' | 'paid' | 'failure_code'>

function putCharge(
  { store }: StripeProvider,
  { id, amount, currency, metadata }: PaymentIntent,
  result: Result,
): StripeCharge {
  return store.put('charge', {
    id: newId('ch'),
    object: 'charge',
    amount,
    amount_refunded: 0,
    created: nowInSeconds(),
    currency,
    livemode: false,
    metadata,
    payment_intent: id,
    refunded: false,
    ...result,
  })
}
