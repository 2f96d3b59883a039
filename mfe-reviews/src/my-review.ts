import type { MyReview } from '@fernweh/contracts/api/reviews'
import type { Review } from '@fernweh/contracts/feeds/reviews'

/** A review is published when it has come back from the stream, which the live list shows first. */
export function toMyReview(mine: MyReview | null, published: Review[]): MyReview | null {
  if (mine === null) return null
  const back = published.find(({ reviewId }) => reviewId === mine.review.reviewId)
  return back ? { status: 'published', review: back } : mine
}

/** What is on its way stands in front; nothing stands there twice. */
export function toShownReviews(mine: MyReview | null, published: Review[]): Review[] {
  return mine?.status === 'on-its-way' ? [mine.review, ...published] : published
}
