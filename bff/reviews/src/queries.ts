import { isRefused } from '@fernweh/contracts/api/operation'
import { getOlderReviews, getPerson, getReviews, getVisit } from '@fernweh/contracts/api/reviews'
import { REVIEWS_PER_PAGE } from '@fernweh/contracts/browser/review-pages'
import { id } from '@fernweh/contracts/envelope'
import type { ExperienceRating, Review } from '@fernweh/contracts/feeds/reviews'
import type { AuthorData, BookingReviewData, ReviewListData, VisitReview } from '@fernweh/contracts/fragments/reviews'
import { type FragmentQueries, type FragmentRequest, toPagePath } from '@fernweh/kit/server/fragments/fragments'
import type { Caller } from '@fernweh/kit/server/http/identity'
import { notFound } from '@fernweh/kit/server/http/problem'
import { callOperation, type Upstream } from '@fernweh/kit/server/http/upstream'

const MAX_PAGES = 20

export function createQueries(reviews: Upstream): FragmentQueries {
  /** Only the traveller of a visit that is over gets anything. */
  async function visitedBy(identity: Caller, bookingId: string): Promise<VisitReview | null> {
    const { visit, mine } = await callOperation(reviews, getVisit, { params: { bookingId }, identity })
    if (!visit) return null
    const { rating } = await callOperation(reviews, getReviews, { params: { experienceId: visit.experienceId } })
    return { visit, mine, rating }
  }

  /** What so many pages show beyond the newest. */
  async function olderOf({ experienceId, reviews: newest, count }: ExperienceRating, pages: number): Promise<Review[]> {
    const limit = Math.min(count, pages * REVIEWS_PER_PAGE) - newest.length
    const last = newest.at(-1)
    if (limit <= 0 || !last) return []
    const query = { than: last.reviewId, limit }
    return (await callOperation(reviews, getOlderReviews, { params: { experienceId }, query })).reviews
  }

  return {
    async List({ url, params, identity }: FragmentRequest) {
      const experienceId = id.safeParse(params.id)
      if (!experienceId.success) throw notFound()
      const pages = toPages(url)
      const answer = await callOperation(reviews, getReviews, { params: { experienceId: experienceId.data }, identity })
      const older = await olderOf(answer.rating.data, pages)
      const data: ReviewListData = { page: toPagePath(url), experienceId: experienceId.data, ...answer, older, pages }
      return { title: { key: 'reviews.heading' }, data }
    },
    async OfBooking({ url, params, identity }: FragmentRequest) {
      const bookingId = id.safeParse(params.id)
      if (!bookingId.success) throw notFound()
      const data: BookingReviewData = {
        page: toPagePath(url),
        bookingId: bookingId.data,
        visited: identity && (await visitedBy(identity, bookingId.data)),
      }
      return { title: { key: 'mine.heading' }, data }
    },
    async Person({ params }: FragmentRequest) {
      const personId = id.safeParse(params.id)
      const answer = personId.success
        ? await callOperation(reviews, getPerson, { params: { personId: personId.data } })
        : { refused: 'no-such-person' as const }
      if (isRefused(answer)) {
        return { status: 404, title: { key: 'no-person.page-title' }, data: { known: null } satisfies AuthorData }
      }
      const { name } = answer.person
      const description = { key: 'person.description', values: { name } }
      const data: AuthorData = { known: answer }
      return { title: { key: 'person.page-title', values: { name } }, meta: { description }, data }
    },
  }
}

/** `?reviews=2` shows the second page of them, too. */
function toPages({ searchParams }: URL): number {
  const pages = Number(searchParams.get('reviews'))
  return Number.isInteger(pages) ? Math.min(MAX_PAGES, Math.max(1, pages)) : 1
}
