/** The own log: where a review is before it is anywhere else. */
import { readEvent } from '@fernweh/contracts/events/define-event'
import { reviewsEvents, reviewWritten } from '@fernweh/contracts/events/reviews'
import { type Clerk, createClerk, type Rules } from '@fernweh/kit/server/clerk'
import type { Pool } from '@fernweh/kit/server/database'
import { readStreams } from '@fernweh/kit/server/event-log'
import {
  type Authorship,
  evolve,
  type ReviewWritten,
  reviewIdOf,
  unwritten,
  type WriteReview,
  writeReview,
} from '../domain/write-review.ts'

export type ReviewClerk = Clerk<WriteReview, Record<never, never>>

const streamOf = (by: Pick<WriteReview, 'experienceId' | 'authorId'>) => `${reviewWritten.noun}.${reviewIdOf(by)}`

const rules: Rules<WriteReview, Authorship, ReviewWritten, Record<never, never>> = {
  streamOf,
  initial: unwritten,
  evolve,
  decide: writeReview,
  read: (event) => readEvent(reviewsEvents, event),
  schemaVersionOf: () => reviewWritten.version,
  // Event-first: every view is consumed back from the stream.
  project: () => [],
}

export function createReviewClerk({ pool, afterCommit }: { pool: Pool; afterCommit(): void }): ReviewClerk {
  return createClerk({ pool, rules, afterCommit })
}

export type FindWritten = (
  by: Pick<WriteReview, 'experienceId' | 'authorId'>,
) => Promise<(ReviewWritten & { time: string }) | null>

export function createFindWritten(pool: Pool): FindWritten {
  return async (by) => {
    const [event] = await readStreams(pool, new Map([[streamOf(by), 0]]))
    return event ? readEvent(reviewsEvents, event) : null
  }
}
