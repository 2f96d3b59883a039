import { getOlderReviews, getReviews } from '@fernweh/contracts/api/reviews'
import { REVIEWS_PER_PAGE } from '@fernweh/contracts/browser/review-pages'
import { id } from '@fernweh/contracts/envelope'
import type { ExperienceRating, Review } from '@fernweh/contracts/feeds/reviews'
import type { ReviewListData } from '@fernweh/contracts/fragments/reviews'
import { type FragmentRequest, type FragmentResponse, toPagePath } from '@fernweh/kit/server/fragments/fragments'
import { notFound } from '@fernweh/kit/server/http/problem'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { ReviewsDeps } from '../deps.ts'

const MAX_PAGES = 20

export async function queryReviewList(
  { url, params, identity }: FragmentRequest,
  deps: ReviewsDeps,
): Promise<FragmentResponse> {
  const parsed = id.safeParse(params.id)
  if (!parsed.success) throw notFound()
  const experienceId = parsed.data
  const pages = toPages(url)
  const answer = await callOperation(deps.reviews, getReviews, { params: { experienceId }, identity })
  const older = await fetchOlder(deps, answer.rating.data, pages)
  const data: ReviewListData = { page: toPagePath(url), experienceId, ...answer, older, pages }
  return { title: { key: 'reviews.heading' }, data }
}

/** Reviews older than the newest twenty, up to the given page. */
async function fetchOlder(
  { reviews }: ReviewsDeps,
  { experienceId, reviews: newest, count }: ExperienceRating,
  pages: number,
): Promise<Review[]> {
  const limit = Math.min(count, pages * REVIEWS_PER_PAGE) - newest.length
  const last = newest.at(-1)
  if (limit <= 0 || !last) return []
  const query = { than: last.reviewId, limit }
  return (await callOperation(reviews, getOlderReviews, { params: { experienceId }, query })).reviews
}

/** `?reviews=2` shows the second page, too. */
function toPages({ searchParams }: URL): number {
  const pages = Number(searchParams.get('reviews'))
  return Number.isInteger(pages) ? Math.min(MAX_PAGES, Math.max(1, pages)) : 1
}
