import { isRefused } from '@fernweh/contracts/api/operation'
import { getReviews, type MyReview, writeReview } from '@fernweh/contracts/api/reviews'
import { id } from '@fernweh/contracts/envelope'
import type { Check } from '@fernweh/kit/server/audit'
import type { Consumer } from '@fernweh/kit/server/consume'
import { serveFeedHeads } from '@fernweh/kit/server/feed-heads'
import { requireKey, route } from '@fernweh/kit/server/http'
import { requireIdentity } from '@fernweh/kit/server/identity'
import { serveAudit, serveParkedReplay, serveRelaySwitch } from '@fernweh/kit/server/operators'
import { invalid } from '@fernweh/kit/server/problem'
import type { Relay } from '@fernweh/kit/server/relay'
import type { Express } from 'express'
import type { FindWritten, ReviewClerk } from './adapters/review-log.ts'
import { reviewIdOf } from './domain/write-review.ts'
import type { Known } from './views/known.ts'
import type { ReviewsView } from './views/reviews.ts'

export interface Reviews {
  clerk: ReviewClerk
  findWritten: FindWritten
  view: ReviewsView
  known: Known
  consumers: readonly Pick<Consumer, 'replayParked'>[]
  relay: Pick<Relay, 'pause' | 'resume'>
  audit(): Promise<Check[]>
}

export function serveReviews(
  app: Express,
  { clerk, findWritten, view, known, consumers, relay, audit }: Reviews,
): void {
  async function onItsWay(experienceId: string, authorId: string): Promise<MyReview | null> {
    const written = await findWritten({ experienceId, authorId })
    if (!written) return null
    const { reviewId, rating, text } = written.data
    const sealed = { review_id: reviewId, author_id: authorId, rating, text, written_at: written.time }
    const [review] = await view.toReviews([{ ...sealed, name: await known.sealedName(authorId) }])
    return review ? { status: 'on-its-way', review } : null
  }

  route(app, getReviews, async ({ params: { experienceId }, identity }) => {
    const { rating, mine } = await view.read(experienceId, identity?.sub ?? null)
    const published: MyReview | null = mine && { status: 'published', review: mine }
    return { rating, mine: published ?? (identity && (await onItsWay(experienceId, identity.sub))) }
  })

  route(app, writeReview, async (asked) => {
    const { sub: authorId } = requireIdentity(asked)
    const key = requireKey(asked)
    const command = { experienceId: asked.params.experienceId, authorId, ...asked.body }
    if (!(await known.hasExperience(command.experienceId))) return { refused: 'no-such-experience' }
    if (!id.safeParse(reviewIdOf(command)).success)
      throw invalid({ field: 'experienceId', problem: 'too long for a review' })
    const meta = { correlationId: key, actor: authorId, traceparent: asked.trace }
    const decided = await clerk.execute(command, { key: `${authorId}:${key}`, meta })
    if (isRefused<'already-reviewed'>(decided)) return decided
    const mine = await onItsWay(command.experienceId, authorId)
    if (!mine) throw new Error('an accepted review is not in the log')
    return { mine }
  })

  serveFeedHeads(app, view.readFeeds)
  serveRelaySwitch(app, relay)
  serveParkedReplay(app, consumers)
  serveAudit(app, audit)
}
