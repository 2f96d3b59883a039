import { reviewsEvents } from '@fernweh/contracts/events/reviews'
import { type ImportReview, importReview } from './import-review.ts'
import { evolve, type ReviewState } from './review.ts'
import { type WriteReview, writeReview } from './write-review.ts'

export type ReviewCommand = WriteReview | ImportReview

/** One stream per visit, so a visit has at most one review. */
export const reviewDecider = {
  events: reviewsEvents,
  streamOf: ({ bookingId }: ReviewCommand) => streamOf(bookingId),
  initial: null as ReviewState,
  evolve,
  decide,
}

export const streamOf = (bookingId: string) => `review.${bookingId}`

export function decide(command: ReviewCommand, review: ReviewState, now: Date) {
  return 'imported' in command ? importReview(command, review, now) : writeReview(command, review)
}
