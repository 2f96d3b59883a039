import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { reviewWritten } from '@fernweh/contracts/events/reviews'

/** `at` is the time at which an imported review was written. */
export type ReviewWritten = EventOf<typeof reviewWritten> & { at?: string }

/** The review of one visit; null until it is written. */
export type ReviewState = ReviewWritten['data'] | null

export interface ReviewDecision {
  events: ReviewWritten[]
  answer: Record<never, never>
}

export function evolve(_: ReviewState, { data }: ReviewWritten): ReviewState {
  return data
}
