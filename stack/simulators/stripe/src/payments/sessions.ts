/** Checkout sessions: opened, looked at, closed. */
import { z } from 'zod'
import { missing, refused } from '../api/wire-error.ts'
import type { CheckoutSession } from '../objects.ts'
import { newId, nowInSeconds, type StripeProvider } from '../provider.ts'
import { checkAmount, checkTotal } from './currencies.ts'

const HALF_HOUR = 1_800
const DAY = 86_400

const whole = z
  .string()
  .regex(/^\d{1,12}$/, 'not an integer')
  .transform(Number)
const metadata = z.record(z.string().max(40), z.string().max(500)).default({})
const page = z.url({ protocol: /^https?$/ }).max(5_000)

const lineItem = z.strictObject({
  quantity: whole.default(1),
  price_data: z.strictObject({
    currency: z.string().regex(/^[a-z]{3}$/i),
    unit_amount: whole,
    product_data: z.strictObject({ name: z.string().min(1), description: z.string().optional(), metadata }),
  }),
})

export const newSession = z.strictObject({
  mode: z.literal('payment'),
  line_items: z.array(lineItem).min(1),
  success_url: page,
  cancel_url: page.optional(),
  client_reference_id: z.string().max(200).optional(),
  customer_email: z.email().optional(),
  expires_at: whole.optional(),
  locale: z.string().optional(),
  metadata,
  payment_intent_data: z
    .strictObject({ description: z.string().optional(), metadata, transfer_group: z.string().optional() })
    .default({ metadata: {} }),
  allowed_payment_method_types: z.array(z.string()).default(['card']),
  submit_type: z.enum(['auto', 'book', 'pay']).optional(),
})

export function createSession(
  { store, origin, settings }: StripeProvider,
  input: z.output<typeof newSession>,
): CheckoutSession {
  if (settings.refuses === 'checkouts') throw refused('Your account cannot currently make live charges.')
  const created = nowInSeconds()
  const expires_at = input.expires_at ?? created + DAY
  checkExpiry(expires_at - created)
  const items = input.line_items.map(({ quantity, price_data: { unit_amount, product_data } }) => ({
    name: product_data.name,
    quantity,
    unit_amount,
  }))
  const currencies = new Set(input.line_items.map(({ price_data }) => price_data.currency.toLowerCase()))
  const [currency = '', ...others] = currencies
  if (others.length) throw refused('All prices on a Checkout Session must have the same currency.')
  for (const { unit_amount } of items) checkAmount(unit_amount, currency)
  const amount = items.reduce((sum, { quantity, unit_amount }) => sum + quantity * unit_amount, 0)
  checkTotal(amount, currency)
  const id = newId('cs_test')
  store.put('items', { id, items, intentMetadata: input.payment_intent_data.metadata })
  return store.put('session', {
    id,
    object: 'checkout.session',
    amount_subtotal: amount,
    amount_total: amount,
    cancel_url: input.cancel_url ?? null,
    client_reference_id: input.client_reference_id ?? null,
    created,
    currency,
    customer_email: input.customer_email ?? null,
    expires_at,
    livemode: false,
    metadata: input.metadata,
    mode: 'payment',
    payment_intent: null,
    payment_method_types: input.allowed_payment_method_types,
    payment_status: 'unpaid',
    status: 'open',
    success_url: input.success_url,
    url: `${origin}/c/pay/${id}`,
  })
}

function checkExpiry(lifetime: number) {
  const param = 'expires_at'
  if (lifetime < HALF_HOUR - 5)
    throw refused('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', { param })
  if (lifetime > DAY)
    throw refused('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', { param })
}

export function sessionOf({ store }: StripeProvider, id: string): CheckoutSession {
  const session = store.get('session', id)
  if (!session) throw missing('checkout.session', id, 'session')
  return session
}

export function expireSession(provider: StripeProvider, id: string): CheckoutSession {
  const session = sessionOf(provider, id)
  if (session.status !== 'open')
    throw refused(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
      { param: 'session' },
    )
  const expired = provider.store.put('session', { ...session, status: 'expired', url: null })
  provider.emit('checkout.session.expired', expired)
  return expired
}

/** Those whose time has come close by themselves. */
export function expireOverdue(provider: StripeProvider): void {
  const now = nowInSeconds()
  for (const { id, status, expires_at } of provider.store.all('session')) {
    if (status === 'open' && expires_at <= now) expireSession(provider, id)
  }
}
