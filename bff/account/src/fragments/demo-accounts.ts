import { demoPeople, me, type Person } from '@fernweh/contracts/api/accounts'
import { cityIn } from '@fernweh/contracts/browser/city-names'
import { toCityNames } from '@fernweh/contracts/city-names'
import type { DemoAccountsData } from '@fernweh/contracts/fragments/account'
import { type FragmentRequest, type FragmentResponse, toPagePath } from '@fernweh/kit/server/fragments/fragments'
import type { Caller } from '@fernweh/kit/server/http/identity'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { AccountDeps } from '../deps.ts'

export async function queryDemoAccounts(request: FragmentRequest, deps: AccountDeps): Promise<FragmentResponse> {
  return { title: '', data: await fetchDemoAccounts(deps, request, toPagePath(request.url)) }
}

export async function fetchDemoAccounts(
  deps: AccountDeps,
  { identity, locale }: FragmentRequest,
  next: string,
): Promise<DemoAccountsData> {
  const [{ people }, person] = await Promise.all([
    callOperation(deps.accounts, demoPeople),
    fetchPerson(deps, identity),
  ])
  const toReader = ({ homeCity: city, ...person }: Person): Person => ({
    ...person,
    homeCity: city && cityIn({ city, cityNames: toCityNames(city) }, locale),
  })
  return { person, people: people.map(toReader), next }
}

/** Null for an anonymous visitor. */
export async function fetchPerson({ accounts }: AccountDeps, identity: Caller | null) {
  return identity && (await callOperation(accounts, me, { identity }))
}
