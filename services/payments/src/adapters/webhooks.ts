/**
 * A webhook is a hint to ask the provider. Its row, which makes it happen once, and the call it wants are one transaction; the
 * provider is answered after COMMIT, and tries again otherwise.
 */

import { type Pool, type Transaction, transaction } from '@fernweh/kit/server/database/database'
import { invalid } from '@fernweh/kit/server/http/problem'
import { currentTraceparent } from '@fernweh/kit/server/process/telemetry'
import { requestCalls } from '@fernweh/kit/server/third-parties/calls'
import type { IRouter } from 'express'
import { ForgedWebhook, type Provider, type Webhook } from '../provider.ts'
import { lookNowCall } from '../views/calls.ts'

export const WEBHOOK_PATH = '/hooks/stripe'

export function serveWebhooks(router: IRouter, options: { pool: Pool; provider: Provider; afterCommit(): void }): void {
  const { pool, provider, afterCommit } = options
  router.post(WEBHOOK_PATH, async (request, response) => {
    const webhook = readWebhook(provider, request.body, request.get('stripe-signature') ?? '')
    await transaction(pool, (tx) => take(tx, webhook))
    afterCommit()
    response.json({ received: true })
  })
}

function readWebhook(provider: Provider, body: unknown, signature: string): Webhook {
  try {
    return provider.readWebhook(Buffer.isBuffer(body) ? body : Buffer.alloc(0), signature)
  } catch (error) {
    if (!(error instanceof ForgedWebhook)) throw error
    throw invalid({ field: 'stripe-signature', problem: error.message })
  }
}

async function take(tx: Transaction, { id, type, paymentId, checkoutId }: Webhook): Promise<void> {
  const { rowCount } = await tx.query({
    name: 'take-webhook',
    text: 'insert into webhooks (id, type) values ($1, $2) on conflict do nothing',
    values: [id, type],
  })
  if (rowCount === 0 || paymentId === null) return
  const { rows } = await tx.query<{ traveller_id: string; checkout_id: string | null }>({
    name: 'checkout-of-payment',
    text: 'select traveller_id, checkout_id from payments where payment_id = $1',
    values: [paymentId],
  })
  const meta = { correlationId: id, traceparent: currentTraceparent() }
  // None is of a payment here: the account may have other uses.
  const looks = rows.flatMap(({ traveller_id: travellerId, checkout_id }) => {
    const about = checkoutId ?? checkout_id
    return about === null ? [] : [lookNowCall({ paymentId, travellerId, checkoutId: about, meta }, id)]
  })
  if (looks.length > 0) await tx.query(requestCalls(looks))
}
