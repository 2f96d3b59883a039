import { type AnswerOf, isRefused, type RefusalOf, type Refused } from '@fernweh/contracts/api/operation'
import type { writeReview } from '@fernweh/contracts/api/reviews'
import type { CommandBatcher, CommandContext } from '@fernweh/kit/server/event-log/command-batcher'
import type { ReviewCommand } from '../domain/decider.ts'
import type { WriteReview } from '../domain/write-review.ts'
import { findOnItsWay } from '../views/own-reviews.ts'
import type { ReviewSources } from '../views/reviews.ts'
import { findVisit } from '../views/visits.ts'

export type ReviewBatcher = CommandBatcher<ReviewCommand, Record<never, never>>

type Outcome = AnswerOf<typeof writeReview> | Refused<RefusalOf<typeof writeReview>>
export type WriteReviewOfVisit = (
  review: Omit<WriteReview, 'experienceId'>,
  context: CommandContext,
) => Promise<Outcome>

interface Deps {
  sources: ReviewSources
  batcher: ReviewBatcher
}

/** The answer is read from the log, since no view has the review yet. */
export function createWriteReview({ sources, batcher }: Deps): WriteReviewOfVisit {
  return async ({ bookingId, authorId, rating, text }, context) => {
    const visit = await findVisit(sources.pool, { travellerId: authorId, bookingId })
    if (!visit) return { refused: 'no-such-visit' }
    const command = { bookingId, experienceId: visit.experienceId, authorId, rating, text }
    const answer = await batcher.execute(command, context)
    if (isRefused<'already-reviewed'>(answer)) return answer
    const mine = await findOnItsWay(sources, bookingId)
    if (!mine) throw new Error(`the review of booking ${bookingId} was accepted and is not in the log`)
    return { mine }
  }
}
