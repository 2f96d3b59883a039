import { getReviews } from '@fernweh/contracts/api/reviews'
import { id } from '@fernweh/contracts/envelope'
import type { ListData } from '@fernweh/contracts/parts/reviews'
import { type PartAsked, type PartQueries, pageOf } from '@fernweh/kit/server/parts'
import { notFound } from '@fernweh/kit/server/problem'
import { call, type Upstream } from '@fernweh/kit/server/upstream'

export function createQueries(reviews: Upstream): PartQueries {
  return {
    async List({ url, params, identity }: PartAsked) {
      const experienceId = id.safeParse(params.id)
      if (!experienceId.success) throw notFound()
      const answer = await call(reviews, getReviews, { params: { experienceId: experienceId.data }, identity })
      const data: ListData = { page: pageOf(url), experienceId: experienceId.data, ...answer }
      return { title: 'Reviews', data }
    },
  }
}
