import type { FragmentQueries } from '@fernweh/kit/server/fragments/fragments'
import type { ReviewsDeps } from './deps.ts'
import { queryAuthorPage } from './fragments/author-page.ts'
import { queryBookingReview } from './fragments/booking-review.ts'
import { queryReviewList } from './fragments/review-list.ts'

export const createFragments = (deps: ReviewsDeps): FragmentQueries => ({
  ReviewList: (request) => queryReviewList(request, deps),
  BookingReview: (request) => queryBookingReview(request, deps),
  AuthorPage: (request) => queryAuthorPage(request, deps),
})
