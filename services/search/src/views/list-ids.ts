import type { AnswerOf, QueryOf } from '@fernweh/contracts/api/operation'
import type { listExperiences } from '@fernweh/contracts/api/search'
import type { Experiences } from './experiences.ts'

export function listIds(
  experiences: Pick<Experiences, 'publishedIds'>,
  { page, limit }: QueryOf<typeof listExperiences>,
): AnswerOf<typeof listExperiences> {
  const ids = experiences.publishedIds()
  return { pages: Math.ceil(ids.length / limit), experienceIds: ids.slice((page - 1) * limit, page * limit) }
}
