import { getOlderReviews, getReviews } from '@fernweh/contracts/api/reviews'
import { route } from '@fernweh/kit/server/http/http'
import type { IRouter } from 'express'
import { readOwnReviews } from '../views/own-reviews.ts'
import { readRating } from '../views/ratings.ts'
import { type ReviewSources, readOlderReviews } from '../views/reviews.ts'

export function serveExperiences(router: IRouter, sources: ReviewSources): void {
  route(router, getReviews, async ({ params: { experienceId }, identity }) => {
    const authorId = identity?.sub ?? null
    const { rating, mine: published } = await readRating(sources, experienceId, authorId)
    if (authorId === null) return { rating, mine: null, invitations: [] }
    // Read after the view, so that no review is missing in both.
    return { rating, ...(await readOwnReviews(sources, { authorId, experienceId, published })) }
  })

  route(router, getOlderReviews, async ({ params: { experienceId }, query: { than, limit } }) => ({
    reviews: await readOlderReviews(sources, { experienceId, than, limit }),
  }))
}
