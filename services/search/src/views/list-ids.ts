import type { AnswerOf, QueryOf } from '@fernweh/contracts/api/operation'
import type { listExperiences } from '@fernweh/contracts/api/search'
import type { Experiences } from './experiences.ts'

/** Sorted, because instances hear of experiences in different orders. */
export function listIds(
  experiences: Pick<Experiences, 'published'>,
  { page, limit }: QueryOf<typeof listExperiences>,
): AnswerOf<typeof listExperiences> {
  const ids = Array.from(experiences.published(), ({ experienceId }) => experienceId).sort()
  return { pages: Math.ceil(ids.length / limit), experienceIds: ids.slice((page - 1) * limit, page * limit) }
}
