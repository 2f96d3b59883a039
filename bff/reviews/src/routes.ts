import { getReviews, writeReview } from '@fernweh/contracts/api/reviews'
import { forward } from '@fernweh/kit/server/forward'
import type { Upstream } from '@fernweh/kit/server/upstream'
import { type Express, Router } from 'express'

export function serveRoutes(app: Express, reviews: Upstream): void {
  const api = Router()
  forward(api, reviews, getReviews)
  forward(api, reviews, writeReview)
  app.use('/api', api)
}
