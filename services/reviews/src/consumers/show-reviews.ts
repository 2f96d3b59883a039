import { readEvent } from '@fernweh/contracts/events/define-event'
import { reviewsEvents } from '@fernweh/contracts/events/reviews'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import { bumpFeeds, type FeedPublisher } from '@fernweh/kit/server/feeds/publisher'
import { feedOf } from '../views/ratings.ts'
import { insertReviews, REVIEWS_CONSUMER, toReviewRow } from '../views/reviews.ts'

/** The service consumes its own stream: what it shows can be rebuilt like any other service's view. */
export function showReviews({ consume }: Pick<Service, 'consume'>, feeds: FeedPublisher) {
  return consume({
    name: REVIEWS_CONSUMER,
    owner: 'reviews',
    noun: 'review',
    async handleAll(tx, envelopes) {
      const rows = envelopes.map((envelope) => toReviewRow(readEvent(reviewsEvents, envelope)))
      await tx.query(insertReviews(rows))
      await tx.query(bumpFeeds(rows.map(({ experience_id }) => feedOf(experience_id))))
    },
    afterCommit(envelopes) {
      for (const envelope of envelopes) {
        const { data, traceparent } = readEvent(reviewsEvents, envelope)
        feeds.changed([feedOf(data.experienceId)], traceparent)
      }
    },
  })
}
