/** Stripe's hosted checkout, through its own SDK. The SDK repeats nothing: the durable calls do. */
import { PermanentFailure } from '@fernweh/kit/server/third-parties/third-party'
import Stripe from 'stripe'
import { AmountNotTaken, ForgedWebhook, type NewCheckout, type Provider, type Refundable } from '../domain/provider.ts'
import { toStripe } from './stripe-amount.ts'
import { toCheckout, toWebhook } from './stripe-objects.ts'

/** An older signature counts as a replay. */
const TOLERANCE_SECONDS = 300
/** Stripe demands at least half an hour from now. The service itself expires a checkout when its seats are no longer held. */
const AFTER_HOLD_MS = 40 * 60_000
/** Statuses of invalid requests and missing objects: repeating them gives the same answer. */
const PERMANENT_STATUSES = [400, 402, 404]
const AMOUNT_CODES = { amount_too_small: 'amount-too-small', amount_too_large: 'amount-too-large' } as const

export interface StripeAccount {
  secretKey: string
  webhookSecret: string
  /** Stripe itself when left out. */
  url?: string | undefined
  timeoutMs: number
  /** Travellers return here from the page of the provider. */
  publicOrigin: string
}

export function createStripe({ secretKey, webhookSecret, url, timeoutMs, publicOrigin }: StripeAccount): Provider {
  const stripe = new Stripe(secretKey, {
    ...(url && toAddress(url)),
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
  })
  const { checkout, refunds } = stripe
  const expand = ['payment_intent']

  const read = async (id: string) => toCheckout(await checkout.sessions.retrieve(id, { expand }))

  return {
    openCheckout: (newCheckout) =>
      classifyErrors(async () => {
        const idempotencyKey = toKey(newCheckout)
        const { id, url } = await checkout.sessions.create(toParams(newCheckout, publicOrigin), { idempotencyKey })
        if (!url) throw new PermanentFailure(`checkout ${id} has no page`)
        return { checkoutId: id, url }
      }),

    readCheckout: (id) => classifyErrors(() => read(id)),

    expireCheckout: (id) =>
      classifyErrors(async () => {
        try {
          return toCheckout(await checkout.sessions.expire(id, { expand }))
        } catch (error) {
          // Already complete or expired: read which.
          if (statusOf(error) === 400) return read(id)
          throw error
        }
      }),

    refund: ({ paymentId, chargeId, amount }: Refundable) =>
      classifyErrors(async () => {
        const params = { payment_intent: chargeId, amount: toStripe(amount), metadata: { paymentId } }
        try {
          return { refundId: (await refunds.create(params, { idempotencyKey: `refund-${paymentId}` })).id }
        } catch (error) {
          // Stripe forgets idempotency keys after a day, but not refunds.
          if ((error as { code?: string }).code !== 'charge_already_refunded') throw error
          const [known] = (await refunds.list({ payment_intent: chargeId, limit: 1 })).data
          if (!known) throw error
          return { refundId: known.id }
        }
      }),

    readWebhook(body, signature) {
      try {
        return toWebhook(stripe.webhooks.constructEvent(body, signature, webhookSecret, TOLERANCE_SECONDS))
      } catch (error) {
        throw new ForgedWebhook('not signed by the provider, or signed too long ago', { cause: error })
      }
    },
  }
}

/** Equal for equal checkouts at any time: Stripe compares the parameters under one idempotency key. */
function toParams({ paymentId, title, seats, amount, holdExpiresAt }: NewCheckout, publicOrigin: string) {
  const page = `${publicOrigin}/bookings/${paymentId}`
  const metadata = { paymentId }
  return {
    mode: 'payment',
    allowed_payment_method_types: ['card'],
    line_items: [
      {
        quantity: seats,
        price_data: {
          currency: amount.currency.toLowerCase(),
          unit_amount: toStripe({ ...amount, amount: amount.amount / seats }),
          product_data: { name: title },
        },
      },
    ],
    client_reference_id: paymentId,
    metadata,
    payment_intent_data: { metadata },
    success_url: `${page}?checkout=done`,
    cancel_url: `${page}?checkout=left`,
    expires_at: Math.floor((Date.parse(holdExpiresAt) + AFTER_HOLD_MS) / 1000),
  } satisfies Stripe.Checkout.SessionCreateParams
}

const toKey = ({ paymentId, number }: NewCheckout) => `checkout-${paymentId}${number > 1 ? `-${number}` : ''}`

async function classifyErrors<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (!PERMANENT_STATUSES.includes(statusOf(error) ?? 0)) throw error
    throw new PermanentFailure((error as Error).message, { cause: amountNotTaken(error) ?? error })
  }
}

function amountNotTaken(error: unknown): AmountNotTaken | undefined {
  const { code = '' } = error as { code?: string }
  return code in AMOUNT_CODES ? new AmountNotTaken(AMOUNT_CODES[code as keyof typeof AMOUNT_CODES]) : undefined
}

const statusOf = (error: unknown) => (error as { statusCode?: number }).statusCode

function toAddress(url: string): Stripe.StripeConfig {
  const { protocol, hostname, port } = new URL(url)
  const scheme = protocol === 'http:' ? 'http' : 'https'
  return { protocol: scheme, host: hostname, port: port || (scheme === 'http' ? 80 : 443) }
}
