/**
 * A webhook is only a hint to read the checkout from the provider. Its row, which lets it take effect once, and the call it
 * requests are stored in one transaction. The provider gets its answer after COMMIT and otherwise delivers again.
 */
import { type Pool, type Transaction, transaction } from '@fernweh/kit/server/database/database'
import { invalid } from '@fernweh/kit/server/http/problem'
import { currentTraceparent } from '@fernweh/kit/server/process/telemetry'
import { requestCalls } from '@fernweh/kit/server/third-parties/calls'
import type { IRouter } from 'express'
import { ForgedWebhook, type Provider, type Webhook } from '../domain/provider.ts'
import { lookNowCall } from '../views/provider-calls.ts'

export const WEBHOOK_PATH = '/hooks/stripe'

export function serveWebhooks(router: IRouter, options: { pool: Pool; provider: Provider; afterCommit(): void }): void {
  const { pool, provider, afterCommit } = options
  router.post(WEBHOOK_PATH, async (request, response) => {
    const webhook = readWebhook(provider, request.body, request.get('stripe-signature') ?? '')
    await transaction(pool, (tx) => storeWebhook(tx, webhook))
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

async function storeWebhook(tx: Transaction, { id, type, paymentId, checkoutId }: Webhook): Promise<void> {
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
  // No row: the provider account may serve other shops too.
  const looks = rows.flatMap(({ traveller_id: travellerId, checkout_id }) => {
    const checkout = checkoutId ?? checkout_id
    return checkout === null ? [] : [lookNowCall({ paymentId, travellerId, checkoutId: checkout, meta }, id)]
  })
  if (looks.length > 0) await tx.query(requestCalls(looks))
}
