import { getVisit, listVisitsToReview, writeReview } from '@fernweh/contracts/api/reviews'
import { requireKey, route } from '@fernweh/kit/server/http/http'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import type { IRouter } from 'express'
import type { WriteReviewOfVisit } from '../commands/write-review.ts'
import { findOwnReview, readVisitsToReview } from '../views/own-reviews.ts'
import type { ReviewSources } from '../views/reviews.ts'
import { findVisit } from '../views/visits.ts'

interface Deps {
  sources: ReviewSources
  writeReview: WriteReviewOfVisit
}

export function serveVisits(router: IRouter, { sources, writeReview: write }: Deps): void {
  route(router, getVisit, async ({ params: { bookingId }, identity }) => {
    const visit = identity && (await findVisit(sources.pool, { travellerId: identity.sub, bookingId }))
    return { visit, mine: visit && (await findOwnReview(sources, bookingId)) }
  })

  route(router, listVisitsToReview, async (request) => ({
    visits: await readVisitsToReview(sources.pool, requireIdentity(request).sub),
  }))

  route(router, writeReview, async (request) => {
    const { sub: authorId } = requireIdentity(request)
    const key = requireKey(request)
    const meta = { correlationId: key, actor: authorId, traceparent: request.trace }
    // Keys belong to their author: the same key from two people is two requests.
    return write({ ...request.params, authorId, ...request.body }, { key: `${authorId}:${key}`, meta })
  })
}
