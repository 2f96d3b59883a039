import { getOlderReviews, getReviews, getVisit, writeReview } from '@fernweh/contracts/api/reviews'
import { forwardForm } from '@fernweh/kit/server/http/forms'
import { forwardOperation } from '@fernweh/kit/server/http/forward'
import type { Router } from 'express'
import type { ReviewsDeps } from './deps.ts'

export function serveRoutes(api: Router, { reviews }: ReviewsDeps): void {
  forwardOperation(api, reviews, getReviews)
  forwardOperation(api, reviews, getOlderReviews)
  forwardOperation(api, reviews, getVisit)
  forwardForm(api, reviews, writeReview, {
    // Native forms send lines that end in CR LF.
    body: ({ rating = '', text = '' }) => ({ rating: Number(rating), text: text.replaceAll('\r\n', '\n') }),
    done: (_answer, _request, { page }) => `${page}#review`,
  })
}
