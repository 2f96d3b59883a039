/** The own log: where a review is before it is anywhere else. */
import { readEvent } from '@fernweh/contracts/events/define-event'
import { reviewsEvents, reviewWritten } from '@fernweh/contracts/events/reviews'
import type { Pool } from '@fernweh/kit/server/database/database'
import { type CommandBatcher, createCommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'
import type { Decider } from '@fernweh/kit/server/event-log/decide-all'
import { readStreams } from '@fernweh/kit/server/event-log/event-log'
import type { Registry } from '@fernweh/kit/server/process/metrics'
import {
  evolve,
  type ReviewWritten,
  type Said,
  unwritten,
  type WriteReview,
  writeReview,
} from '../domain/write-review.ts'

export type ReviewClerk = CommandBatcher<WriteReview, Record<never, never>>

const streamOf = (bookingId: string) => `${reviewWritten.noun}.${bookingId}`

// Event-first: every view is consumed back from the stream.
const decider: Decider<WriteReview, Said, ReviewWritten, Record<never, never>> = {
  events: reviewsEvents,
  streamOf: ({ bookingId }) => streamOf(bookingId),
  initial: unwritten,
  evolve,
  decide: writeReview,
}

export function createReviewClerk(options: { pool: Pool; afterCommit(): void; metrics?: Registry }): ReviewClerk {
  return createCommandBatcher({ ...options, decider })
}

export type Written = ReviewWritten & { time: string }

/** The reviews of these bookings, as far as there are any; the newest first. */
export type FindWritten = (bookingIds: readonly string[]) => Promise<Written[]>

export function createFindWritten(pool: Pool): FindWritten {
  return async (bookingIds) => {
    if (bookingIds.length === 0) return []
    const events = await readStreams(pool, new Map(bookingIds.map((bookingId) => [streamOf(bookingId), 0])))
    return events.map((event) => readEvent(reviewsEvents, event)).sort((a, b) => (a.time < b.time ? 1 : -1))
  }
}
