import type { Refused } from '@fernweh/contracts/api/operation'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import { reviewWritten } from '@fernweh/contracts/events/reviews'

export interface WriteReview {
  experienceId: string
  authorId: string
  rating: number
  text: string
}

export type ReviewWritten = EventOf<typeof reviewWritten>

/** The history of one person with one experience. */
export interface Authorship {
  written: boolean
}
export const unwritten: Authorship = { written: false }

/** One per person and experience, because the stream is. */
export const reviewIdOf = ({ experienceId, authorId }: Pick<WriteReview, 'experienceId' | 'authorId'>) =>
  `${experienceId}__${authorId}`

export function writeReview(
  command: WriteReview,
  { written }: Authorship,
): { events: ReviewWritten[]; answer: Record<never, never> } | Refused<'already-reviewed'> {
  if (written) return { refused: 'already-reviewed' }
  const { experienceId, authorId, rating, text } = command
  const data = { reviewId: reviewIdOf(command), experienceId, authorId, rating, text }
  return { events: [{ type: reviewWritten.type, data }], answer: {} }
}

export function evolve(_: Authorship, { type }: ReviewWritten): Authorship {
  return { written: type === reviewWritten.type }
}
