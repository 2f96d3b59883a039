import type { Refused } from '@fernweh/contracts/api/operation'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import { reviewWritten } from '@fernweh/contracts/events/reviews'

export interface WriteReview {
  bookingId: string
  experienceId: string
  authorId: string
  rating: number
  text: string
}

export type ReviewWritten = EventOf<typeof reviewWritten>

/** What was said of one visit. */
export interface Said {
  written: boolean
}
export const unwritten: Said = { written: false }

/** One per visit, because the stream is. */
export function writeReview(
  command: WriteReview,
  { written }: Said,
): { events: ReviewWritten[]; answer: Record<never, never> } | Refused<'already-reviewed'> {
  if (written) return { refused: 'already-reviewed' }
  const { bookingId, experienceId, authorId, rating, text } = command
  const data = { reviewId: bookingId, bookingId, experienceId, authorId, rating, text }
  return { events: [{ type: reviewWritten.type, data }], answer: {} }
}

export function evolve(_: Said, { type }: ReviewWritten): Said {
  return { written: type === reviewWritten.type }
}
