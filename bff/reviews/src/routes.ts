import { getOlderReviews, getReviews, getVisit, writeReview } from '@fernweh/contracts/api/reviews'
import { forwardForm } from '@fernweh/kit/server/http/forms'
import { forwardOperation } from '@fernweh/kit/server/http/forward'
import type { Upstream } from '@fernweh/kit/server/http/upstream'
import { type Express, Router } from 'express'

export function serveRoutes(app: Express, reviews: Upstream): void {
  const api = Router()
  forwardOperation(api, reviews, getReviews)
  forwardOperation(api, reviews, getOlderReviews)
  forwardOperation(api, reviews, getVisit)
  forwardForm(api, reviews, writeReview, {
    // Native forms send lines that end in CR LF.
    body: ({ rating = '', text = '' }) => ({ rating: Number(rating), text: text.replaceAll('\r\n', '\n') }),
    done: (_answer, _asked, { page }) => `${page}#review`,
  })
  app.use('/api', api)
}
