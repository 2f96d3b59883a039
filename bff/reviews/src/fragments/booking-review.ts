import { getReviews, getVisit } from '@fernweh/contracts/api/reviews'
import { id } from '@fernweh/contracts/envelope'
import type { BookingReviewData, VisitReview } from '@fernweh/contracts/fragments/reviews'
import { type FragmentRequest, type FragmentResponse, toPagePath } from '@fernweh/kit/server/fragments/fragments'
import type { Caller } from '@fernweh/kit/server/http/identity'
import { notFound } from '@fernweh/kit/server/http/problem'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { ReviewsDeps } from '../deps.ts'

export async function queryBookingReview(
  { url, params, identity }: FragmentRequest,
  deps: ReviewsDeps,
): Promise<FragmentResponse> {
  const bookingId = id.safeParse(params.id)
  if (!bookingId.success) throw notFound()
  const data: BookingReviewData = {
    page: toPagePath(url),
    bookingId: bookingId.data,
    visited: identity && (await fetchVisit(deps, identity, bookingId.data)),
  }
  return { title: { key: 'mine.heading' }, data }
}

/** Null for everybody but the traveller of a visit that is over. */
async function fetchVisit({ reviews }: ReviewsDeps, identity: Caller, bookingId: string): Promise<VisitReview | null> {
  const { visit, mine } = await callOperation(reviews, getVisit, { params: { bookingId }, identity })
  if (!visit) return null
  const { rating } = await callOperation(reviews, getReviews, { params: { experienceId: visit.experienceId } })
  return { visit, mine, rating }
}
