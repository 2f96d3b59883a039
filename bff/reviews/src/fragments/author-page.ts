import { isRefused } from '@fernweh/contracts/api/operation'
import { getPerson } from '@fernweh/contracts/api/reviews'
import { id } from '@fernweh/contracts/envelope'
import type { AuthorData } from '@fernweh/contracts/fragments/reviews'
import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { ReviewsDeps } from '../deps.ts'

const unknown: AuthorData = { known: null }
const notFoundResponse: FragmentResponse = { status: 404, title: { key: 'author-not-found.page-title' }, data: unknown }

export async function queryAuthorPage(
  { params }: FragmentRequest,
  { reviews }: ReviewsDeps,
): Promise<FragmentResponse> {
  const personId = id.safeParse(params.id)
  if (!personId.success) return notFoundResponse
  const answer = await callOperation(reviews, getPerson, { params: { personId: personId.data } })
  if (isRefused(answer)) return notFoundResponse
  const { name } = answer.person
  const description = { key: 'author.description', values: { name } }
  const data: AuthorData = { known: answer }
  return { title: { key: 'author.page-title', values: { name } }, meta: { description }, data }
}
