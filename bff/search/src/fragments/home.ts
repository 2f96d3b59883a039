import { myProfile } from '@fernweh/contracts/api/accounts'
import { discover } from '@fernweh/contracts/api/search'
import { category } from '@fernweh/contracts/events/catalog'
import type { HomeData } from '@fernweh/contracts/fragments/search'
import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import { callOperation, type Upstream } from '@fernweh/kit/server/http/upstream'
import type { SearchDeps } from '../deps.ts'

const MAX_CITY = 80

/** `?near=` names a city; without it, the home city of a visitor who is signed in. Their interests come first. */
export async function queryHome(
  { url, identity }: FragmentRequest,
  { search, accounts }: SearchDeps,
): Promise<FragmentResponse> {
  const profile = await fetchProfile(accounts, identity)
  const near = (url.searchParams.get('near') ?? profile?.homeCity ?? '').trim().slice(0, MAX_CITY)
  const interests = category.options.filter((option) => profile?.interests.includes(option))
  const query = { near, interests: interests.join() }
  const data: HomeData = { ...(await callOperation(search, discover, { query })), interests }
  return { title: { key: 'title.home' }, meta: { description: { key: 'description.home' }, canonical: '/' }, data }
}

/** Null for an anonymous visitor, and while accounts does not answer. */
async function fetchProfile(accounts: Upstream, identity: FragmentRequest['identity']) {
  if (!identity) return null
  const answer = await callOperation(accounts, myProfile, { identity }).catch(() => null)
  return answer?.profile ?? null
}
