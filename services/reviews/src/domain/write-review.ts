import type { Refused } from '@fernweh/contracts/api/operation'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import { reviewWritten } from '@fernweh/contracts/events/reviews'

export interface WriteReview {
  bookingId: string
  experienceId: string
  authorId: string
  rating: number
  text: string
  /** It was written in another system: when, and when the visit had ended. */
  imported?: { writtenAt: string; endedAt: string }
}

/** `at`: when it was written, where it is imported. */
export type ReviewWritten = EventOf<typeof reviewWritten> & { at?: string }

/** What was said of one visit. */
export interface Said {
  written: ReviewWritten['data'] | null
}
export const unwritten: Said = { written: null }

type Reason = 'already-reviewed' | 'written-before-visit' | 'written-in-future'
type Decision = { events: ReviewWritten[]; answer: Record<never, never> } | Refused<Reason>

/** One per visit, because the stream is. Telling again what was written elsewhere changes nothing. */
export function writeReview({ imported, ...review }: WriteReview, { written }: Said, now: Date): Decision {
  if (written) return imported && isSame(review, written) ? { events: [], answer: {} } : { refused: 'already-reviewed' }
  const data = { reviewId: review.bookingId, ...review }
  const event: ReviewWritten = { type: reviewWritten.type, data }
  if (!imported) return { events: [event], answer: {} }
  const at = new Date(imported.writtenAt)
  if (at < new Date(imported.endedAt)) return { refused: 'written-before-visit' }
  if (at > now) return { refused: 'written-in-future' }
  return { events: [{ ...event, at: at.toISOString() }], answer: {} }
}

const isSame = (review: Omit<WriteReview, 'imported'>, written: ReviewWritten['data']) =>
  review.authorId === written.authorId && review.rating === written.rating && review.text === written.text

export function evolve(_: Said, { data }: ReviewWritten): Said {
  return { written: data }
}
