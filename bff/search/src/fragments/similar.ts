import { similarExperiences } from '@fernweh/contracts/api/search'
import { id } from '@fernweh/contracts/envelope'
import type { SimilarData } from '@fernweh/contracts/fragments/search'
import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import { notFound } from '@fernweh/kit/server/http/problem'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { SearchDeps } from '../deps.ts'

export async function querySimilar({ params }: FragmentRequest, { search }: SearchDeps): Promise<FragmentResponse> {
  const experienceId = id.safeParse(params.id)
  if (!experienceId.success) throw notFound()
  const input = { params: { experienceId: experienceId.data } }
  const data: SimilarData = await callOperation(search, similarExperiences, input)
  return { title: { key: 'details.similar' }, data }
}
