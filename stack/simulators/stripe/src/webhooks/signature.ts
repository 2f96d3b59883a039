import { createHmac } from 'node:crypto'

/** `Stripe-Signature` (docs.stripe.com/webhooks/signature): HMAC-SHA256 over time, a dot and the body as it is sent. */
export function sign(payload: string, secret: string, seconds: number): string {
  const signature = createHmac('sha256', secret).update(`${seconds}.${payload}`).digest('hex')
  return `t=${seconds},v1=${signature}`
}
