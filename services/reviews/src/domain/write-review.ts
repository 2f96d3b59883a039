import type { Refused } from '@fernweh/contracts/api/operation'
import type { ReviewDecision, ReviewState, ReviewWritten } from './review.ts'

/** Stored idempotency keys hold the hash of this command, so its fields and their order must stay as they are. */
export interface WriteReview {
  bookingId: string
  experienceId: string
  authorId: string
  rating: number
  text: string
}

export function writeReview(command: WriteReview, review: ReviewState): ReviewDecision | Refused<'already-reviewed'> {
  return review ? { refused: 'already-reviewed' } : { events: [toReviewWritten(command)], answer: {} }
}

export function toReviewWritten(review: WriteReview): ReviewWritten {
  return { type: 'fernweh.reviews.review-written', data: { reviewId: review.bookingId, ...review } }
}
