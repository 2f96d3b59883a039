import type { Identity } from '@fernweh/contracts/identity'
import { createFeedHeads, type FeedHeads } from '@fernweh/kit/server/feeds/feed-heads'
import type { Upstream } from '@fernweh/kit/server/http/upstream'

/** Seats are public; bookings and payments are for their traveller only. */
export function mayFollow(feed: string, identity: Identity | null): boolean {
  if (feed.startsWith('session.')) return true
  if (identity === null) return false
  const { sub } = identity
  return feed === `traveller.${sub}` || feed.startsWith(`booking.${sub}__`) || feed.startsWith(`payment.${sub}__`)
}

const isPayment = (feed: string) => feed.startsWith('payment.')

/** A payment that nobody has asked for yet can be followed, too: it stands at version 0. */
export function createHeads(bookings: Upstream, payments: Upstream): FeedHeads {
  const [ofBookings, ofPayments] = [createFeedHeads(bookings), createFeedHeads(payments)]
  return {
    async head(feed) {
      if (!isPayment(feed)) return ofBookings.head(feed)
      return (await ofPayments.head(feed)) ?? { feed, version: 0, data: null }
    },
    async versions(feeds) {
      const [some, others] = await Promise.all([
        ofBookings.versions(feeds.filter((feed) => !isPayment(feed))),
        ofPayments.versions(feeds.filter(isPayment)).catch(() => ({})),
      ])
      return { ...some, ...others }
    },
  }
}
