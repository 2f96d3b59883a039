import { me } from '@fernweh/contracts/api/accounts'
import { discover } from '@fernweh/contracts/api/search'
import type { HomeData } from '@fernweh/contracts/fragments/search'
import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import { callOperation, type Upstream } from '@fernweh/kit/server/http/upstream'
import type { SearchDeps } from '../deps.ts'

const MAX_CITY = 80

/** `?near=` names a city; without it, the home city of a visitor who is signed in. */
export async function queryHome(
  { url, identity }: FragmentRequest,
  { search, accounts }: SearchDeps,
): Promise<FragmentResponse> {
  const chosen = url.searchParams.get('near')
  const near = (chosen ?? (await homeCityOf(accounts, identity))).trim().slice(0, MAX_CITY)
  const data: HomeData = await callOperation(search, discover, { query: { near } })
  return { title: { key: 'title.home' }, meta: { description: { key: 'description.home' }, canonical: '/' }, data }
}

/** Empty for an anonymous visitor, and while accounts does not answer. */
async function homeCityOf(accounts: Upstream, identity: FragmentRequest['identity']): Promise<string> {
  if (!identity) return ''
  const person = await callOperation(accounts, me, { identity }).catch(() => null)
  return person?.homeCity ?? ''
}
