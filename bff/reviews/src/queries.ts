import { getReviews, getVisit } from '@fernweh/contracts/api/reviews'
import { id } from '@fernweh/contracts/envelope'
import type { ListData, OfBookingData, Visited } from '@fernweh/contracts/parts/reviews'
import type { Caller } from '@fernweh/kit/server/identity'
import { type PartAsked, type PartQueries, pageOf } from '@fernweh/kit/server/parts'
import { notFound } from '@fernweh/kit/server/problem'
import { call, type Upstream } from '@fernweh/kit/server/upstream'

export function createQueries(reviews: Upstream): PartQueries {
  /** Only the traveller of a visit that is over gets anything. */
  async function visitedBy(identity: Caller, bookingId: string): Promise<Visited | null> {
    const { visit, mine } = await call(reviews, getVisit, { params: { bookingId }, identity })
    if (!visit) return null
    const { rating } = await call(reviews, getReviews, { params: { experienceId: visit.experienceId } })
    return { visit, mine, rating }
  }

  return {
    async List({ url, params, identity }: PartAsked) {
      const experienceId = id.safeParse(params.id)
      if (!experienceId.success) throw notFound()
      const answer = await call(reviews, getReviews, { params: { experienceId: experienceId.data }, identity })
      const data: ListData = { page: pageOf(url), experienceId: experienceId.data, ...answer }
      return { title: 'Reviews', data }
    },
    async OfBooking({ url, params, identity }: PartAsked) {
      const bookingId = id.safeParse(params.id)
      if (!bookingId.success) throw notFound()
      const data: OfBookingData = {
        page: pageOf(url),
        bookingId: bookingId.data,
        visited: identity && (await visitedBy(identity, bookingId.data)),
      }
      return { title: 'Your review', data }
    },
  }
}
