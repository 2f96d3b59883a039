import { isRefused } from '@fernweh/contracts/api/operation'
import { getOlderReviews, getPerson, getReviews, getVisit } from '@fernweh/contracts/api/reviews'
import { REVIEWS_PER_PAGE } from '@fernweh/contracts/browser/review-pages'
import { id } from '@fernweh/contracts/envelope'
import type { ExperienceRating, Review } from '@fernweh/contracts/feeds/reviews'
import type { ListData, OfBookingData, PersonData, Visited } from '@fernweh/contracts/parts/reviews'
import type { Caller } from '@fernweh/kit/server/identity'
import { type PartAsked, type PartQueries, pageOf } from '@fernweh/kit/server/parts'
import { notFound } from '@fernweh/kit/server/problem'
import { call, type Upstream } from '@fernweh/kit/server/upstream'

const MOST_PAGES = 20

export function createQueries(reviews: Upstream): PartQueries {
  /** Only the traveller of a visit that is over gets anything. */
  async function visitedBy(identity: Caller, bookingId: string): Promise<Visited | null> {
    const { visit, mine } = await call(reviews, getVisit, { params: { bookingId }, identity })
    if (!visit) return null
    const { rating } = await call(reviews, getReviews, { params: { experienceId: visit.experienceId } })
    return { visit, mine, rating }
  }

  /** What so many pages show beyond the newest. */
  async function olderOf({ experienceId, reviews: newest, count }: ExperienceRating, pages: number): Promise<Review[]> {
    const limit = Math.min(count, pages * REVIEWS_PER_PAGE) - newest.length
    const last = newest.at(-1)
    if (limit <= 0 || !last) return []
    const query = { than: last.reviewId, limit }
    return (await call(reviews, getOlderReviews, { params: { experienceId }, query })).reviews
  }

  return {
    async List({ url, params, identity }: PartAsked) {
      const experienceId = id.safeParse(params.id)
      if (!experienceId.success) throw notFound()
      const pages = toPages(url)
      const answer = await call(reviews, getReviews, { params: { experienceId: experienceId.data }, identity })
      const older = await olderOf(answer.rating.data, pages)
      const data: ListData = { page: pageOf(url), experienceId: experienceId.data, ...answer, older, pages }
      return { title: { key: 'reviews.heading' }, data }
    },
    async OfBooking({ url, params, identity }: PartAsked) {
      const bookingId = id.safeParse(params.id)
      if (!bookingId.success) throw notFound()
      const data: OfBookingData = {
        page: pageOf(url),
        bookingId: bookingId.data,
        visited: identity && (await visitedBy(identity, bookingId.data)),
      }
      return { title: { key: 'mine.heading' }, data }
    },
    async Person({ params }: PartAsked) {
      const personId = id.safeParse(params.id)
      const answer = personId.success
        ? await call(reviews, getPerson, { params: { personId: personId.data } })
        : { refused: 'no-such-person' as const }
      if (isRefused(answer)) {
        return { status: 404, title: { key: 'no-person.page-title' }, data: { known: null } satisfies PersonData }
      }
      const { name } = answer.person
      const description = { key: 'person.description', values: { name } }
      const data: PersonData = { known: answer }
      return { title: { key: 'person.page-title', values: { name } }, meta: { description }, data }
    },
  }
}

/** `?reviews=2` shows the second page of them, too. */
function toPages({ searchParams }: URL): number {
  const pages = Number(searchParams.get('reviews'))
  return Number.isInteger(pages) ? Math.min(MOST_PAGES, Math.max(1, pages)) : 1
}
