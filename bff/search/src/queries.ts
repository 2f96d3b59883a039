import { isRefused } from '@fernweh/contracts/api/operation'
import { findExperiences, getExperience } from '@fernweh/contracts/api/search'
import { id } from '@fernweh/contracts/envelope'
import type { ExperienceData, FindData } from '@fernweh/contracts/parts/search'
import type { PartAnswer, PartAsked, PartQueries } from '@fernweh/kit/server/parts'
import { call, type Upstream } from '@fernweh/kit/server/upstream'

const LONGEST_QUERY = 200
const nothing: ExperienceData = { experience: null }
const notThere: PartAnswer = { status: 404, title: 'Not found · Fernweh', data: nothing }

export function createQueries(search: Upstream): PartQueries {
  return {
    async Find({ url }: PartAsked) {
      const q = (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST_QUERY)
      const data: FindData = { q, ...(await call(search, findExperiences, { query: { q } })) }
      const meta = { description: 'Tours, tastings, classes and trips, with their free seats live.' }
      return { title: q ? `${q} · Fernweh` : 'Fernweh', meta, data }
    },

    async Experience({ params }: PartAsked) {
      const experienceId = id.safeParse(params.id)
      if (!experienceId.success) return notThere
      const answer = await call(search, getExperience, { params: { experienceId: experienceId.data } })
      if (isRefused(answer)) return notThere
      const { title, summary } = answer.experience.data
      const data: ExperienceData = answer
      return { title: `${title} · Fernweh`, meta: { description: summary }, data }
    },
  }
}
