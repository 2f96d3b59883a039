import type { Identity } from '@fernweh/contracts/identity'
import { createFeedHeads, type FeedHeads } from '@fernweh/kit/server/feeds/feed-heads'
import type { BookingsDeps } from './deps.ts'

/** Seats are public; bookings and payments are for their traveller only. */
export function mayFollow(feed: string, identity: Identity | null): boolean {
  if (feed.startsWith('session.')) return true
  if (identity === null) return false
  const { sub } = identity
  return feed === `traveller.${sub}` || feed.startsWith(`booking.${sub}__`) || feed.startsWith(`payment.${sub}__`)
}

const isPayment = (feed: string) => feed.startsWith('payment.')

/** A payment that was never requested can be followed too: it is at version 0. */
export function createHeads({ bookings, payments }: Pick<BookingsDeps, 'bookings' | 'payments'>): FeedHeads {
  const [ofBookings, ofPayments] = [createFeedHeads(bookings), createFeedHeads(payments)]
  return {
    async head(feed) {
      if (!isPayment(feed)) return ofBookings.head(feed)
      return (await ofPayments.head(feed)) ?? { feed, version: 0, data: null }
    },
    async versions(feeds) {
      const [bookingVersions, paymentVersions] = await Promise.all([
        ofBookings.versions(feeds.filter((feed) => !isPayment(feed))),
        ofPayments.versions(feeds.filter(isPayment)).catch(() => ({})),
      ])
      return { ...bookingVersions, ...paymentVersions }
    },
  }
}
