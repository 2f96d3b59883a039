/** The view of payments: its rows, the statement that writes them, and the one function behind reads, feed heads and pushes. */
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import { paymentFeed, type TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { Pool, Statement } from '@fernweh/kit/server/database/database'
import type { ReadFeeds } from '@fernweh/kit/server/feeds/publisher'
import type { Payment } from '../domain/payment.ts'

export type PaymentRow = ReturnType<typeof toPaymentRow>

/** The audit rebuilds rows by this function too. */
export function toPaymentRow({ paymentId, travellerId, sessionId, amount, ...rest }: Payment) {
  return {
    payment_id: paymentId,
    traveller_id: travellerId,
    session_id: sessionId,
    amount: amount.amount,
    currency: amount.currency,
    status: rest.status,
    checkout_id: rest.checkoutId,
    url: rest.url,
    declined: rest.declined,
    refused: rest.refused,
  }
}

export function upsertPayments(rows: PaymentRow[]): Statement {
  return {
    name: 'upsert-payments',
    text: `insert into payments select * from jsonb_populate_recordset(null::payments, $1)
      on conflict (payment_id) do update set status = excluded.status, amount = excluded.amount,
        currency = excluded.currency, checkout_id = excluded.checkout_id, url = excluded.url, declined = excluded.declined,
        refused = excluded.refused`,
    values: [JSON.stringify(rows)],
  }
}

export const feedOf = ({ travellerId, paymentId }: Pick<Payment, 'travellerId' | 'paymentId'>) =>
  paymentFeed(travellerId, paymentId)

interface FeedRow {
  feed: string
  version: number
  payment_id: string
  amount: number
  currency: string
  status: TravellerPayment['status']
  url: string | null
  declined: string | null
  refused: TravellerPayment['refused']
}

export function createReadFeeds(pool: Pool): ReadFeeds {
  return async (feeds) => {
    const requested = feeds.filter((feed) => feed.startsWith('payment.'))
    if (requested.length === 0) return []
    const { rows } = await pool.query<FeedRow>({
      name: 'read-payments',
      text: `select feed, version, payment_id, amount, currency, status, url, declined, refused
        from unnest($1::text[], $2::text[]) as requested (requested_feed, id)
        join payments on payment_id = id and requested_feed = 'payment.' || traveller_id || '__' || payment_id
        join feeds on feed = requested_feed`,
      values: [requested, requested.map((feed) => feed.slice(feed.lastIndexOf('__') + 2))],
    })
    return rows.map(toPayment)
  }
}

export async function readPayment(read: ReadFeeds, travellerId: string, paymentId: string) {
  const [payment = null] = await read([paymentFeed(travellerId, paymentId)])
  return payment as Versioned<TravellerPayment> | null
}

function toPayment({ feed, version, ...row }: FeedRow): Versioned<TravellerPayment> {
  const amount = { amount: row.amount, currency: row.currency }
  const { payment_id: paymentId, status, url, declined, refused } = row
  return { feed, version, data: { paymentId, amount, status, url, declined, refused } }
}
