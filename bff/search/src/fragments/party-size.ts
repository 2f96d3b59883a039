import { readSessionChoice } from '@fernweh/contracts/browser/session-choice'
import { id } from '@fernweh/contracts/envelope'
import type { PartySizeData } from '@fernweh/contracts/fragments/search'
import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import { notFound } from '@fernweh/kit/server/http/problem'

export async function queryPartySize({ url, params }: FragmentRequest): Promise<FragmentResponse> {
  const experienceId = id.safeParse(params.id)
  if (!experienceId.success) throw notFound()
  const data: PartySizeData = { experienceId: experienceId.data, seats: readSessionChoice(url.searchParams).seats }
  return { title: { key: 'party-size.label' }, data }
}
