import type { Refused } from '@fernweh/contracts/api/operation'
import type { ReviewDecision, ReviewState } from './review.ts'
import { toReviewWritten, type WriteReview } from './write-review.ts'

/** A review that was written in another system. */
export interface ImportReview extends WriteReview {
  imported: { writtenAt: string; endedAt: string }
}

type ImportRefusal = 'already-reviewed' | 'written-before-visit' | 'written-in-future'

/** Importing the same review again changes nothing. */
export function importReview(
  { imported, ...review }: ImportReview,
  existing: ReviewState,
  now: Date,
): ReviewDecision | Refused<ImportRefusal> {
  if (existing) return isSame(review, existing) ? { events: [], answer: {} } : { refused: 'already-reviewed' }
  const at = new Date(imported.writtenAt)
  if (at < new Date(imported.endedAt)) return { refused: 'written-before-visit' }
  if (at > now) return { refused: 'written-in-future' }
  return { events: [{ ...toReviewWritten(review), at: at.toISOString() }], answer: {} }
}

type Content = Pick<WriteReview, 'authorId' | 'rating' | 'text'>

const isSame = (one: Content, other: Content) =>
  one.authorId === other.authorId && one.rating === other.rating && one.text === other.text
