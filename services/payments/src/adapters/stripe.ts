/** Stripe's hosted checkout, through its own SDK. Calls are repeated by whoever makes them, not by the SDK. */
import { PermanentFailure } from '@fernweh/kit/server/third-parties/third-party'
import Stripe from 'stripe'
import { type CheckoutWanted, ForgedWebhook, type Provider, type Refundable } from '../provider.ts'
import { toStripe } from './stripe-amount.ts'
import { toCheckout, toWebhook } from './stripe-objects.ts'

/** A signature of this age is taken for a replay. */
const TOLERANCE_SECONDS = 300
/** Stripe wants half an hour at least from now; every checkout is opened while its seats are held, and closed when not. */
const AFTER_HOLD_MS = 40 * 60_000
/** No request was valid, or what it named does not exist: it would be answered the same again. */
const FOR_GOOD = [400, 402, 404]

export interface StripeAccount {
  secretKey: string
  webhookSecret: string
  /** Left out, Stripe itself. */
  url?: string | undefined
  timeoutMs: number
  /** Where travellers come back to. */
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
    openCheckout: (wanted) =>
      asked(async () => {
        const idempotencyKey = toKey(wanted)
        const { id, url } = await checkout.sessions.create(toParams(wanted, publicOrigin), { idempotencyKey })
        if (!url) throw new PermanentFailure(`checkout ${id} has no page`)
        return { checkoutId: id, url }
      }),

    readCheckout: (id) => asked(() => read(id)),

    expireCheckout: (id) =>
      asked(async () => {
        try {
          return toCheckout(await checkout.sessions.expire(id, { expand }))
        } catch (error) {
          // Complete or expired already: it is read what has become of it.
          if (statusOf(error) === 400) return read(id)
          throw error
        }
      }),

    refund: ({ paymentId, chargeId, amount }: Refundable) =>
      asked(async () => {
        const params = { payment_intent: chargeId, amount: toStripe(amount), metadata: { paymentId } }
        try {
          return { refundId: (await refunds.create(params, { idempotencyKey: `refund-${paymentId}` })).id }
        } catch (error) {
          // Keys are forgotten after a day; what was given back is not.
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
        throw new ForgedWebhook('not signed by the provider, or not just now', { cause: error })
      }
    },
  }
}

/** The same for the same checkout, whenever it is asked for: Stripe compares them under one idempotency key. */
function toParams({ paymentId, title, seats, amount, holdExpiresAt }: CheckoutWanted, publicOrigin: string) {
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

const toKey = ({ paymentId, number }: CheckoutWanted) => `checkout-${paymentId}${number > 1 ? `-${number}` : ''}`

async function asked<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (!FOR_GOOD.includes(statusOf(error) ?? 0)) throw error
    throw new PermanentFailure((error as Error).message, { cause: error })
  }
}

const statusOf = (error: unknown) => (error as { statusCode?: number }).statusCode

function toAddress(url: string): Stripe.StripeConfig {
  const { protocol, hostname, port } = new URL(url)
  const scheme = protocol === 'http:' ? 'http' : 'https'
  return { protocol: scheme, host: hostname, port: port || (scheme === 'http' ? 80 : 443) }
}
