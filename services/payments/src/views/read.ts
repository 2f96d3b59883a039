/** Read answers of the view. A feed's push, its head and the read over HTTP all come from here. */
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import { paymentFeed, type TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { ReadFeeds } from '@fernweh/kit/server/feeds/publisher'

interface PaymentRow {
  feed: string
  version: number
  payment_id: string
  amount: number
  currency: string
  status: TravellerPayment['status']
  url: string | null
  declined: string | null
}

export function createReadFeeds(pool: Pool): ReadFeeds {
  return async (feeds) => {
    const wanted = feeds.filter((feed) => feed.startsWith('payment.'))
    if (wanted.length === 0) return []
    const { rows } = await pool.query<PaymentRow>({
      name: 'read-payments',
      text: `select feed, version, payment_id, amount, currency, status, url, declined
        from unnest($1::text[], $2::text[]) as wanted (wanted_feed, id)
        join payments on payment_id = id and wanted_feed = 'payment.' || traveller_id || '__' || payment_id
        join feeds on feed = wanted_feed`,
      values: [wanted, wanted.map((feed) => feed.slice(feed.lastIndexOf('__') + 2))],
    })
    return rows.map(toPayment)
  }
}

export async function readPayment(read: ReadFeeds, travellerId: string, paymentId: string) {
  const [payment = null] = await read([paymentFeed(travellerId, paymentId)])
  return payment as Versioned<TravellerPayment> | null
}

function toPayment({ feed, version, ...row }: PaymentRow): Versioned<TravellerPayment> {
  const amount = { amount: row.amount, currency: row.currency }
  const { payment_id: paymentId, status, url, declined } = row
  return { feed, version, data: { paymentId, amount, status, url, declined } }
}
