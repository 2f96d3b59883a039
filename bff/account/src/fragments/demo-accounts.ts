import { demoPeople, me } from '@fernweh/contracts/api/accounts'
import type { DemoAccountsData } from '@fernweh/contracts/fragments/account'
import { type FragmentRequest, type FragmentResponse, toPagePath } from '@fernweh/kit/server/fragments/fragments'
import type { Caller } from '@fernweh/kit/server/http/identity'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { AccountDeps } from '../deps.ts'

export async function queryDemoAccounts(
  { url, identity }: FragmentRequest,
  deps: AccountDeps,
): Promise<FragmentResponse> {
  return { title: '', data: await fetchDemoAccounts(deps, identity, toPagePath(url)) }
}

export async function fetchDemoAccounts(
  deps: AccountDeps,
  identity: Caller | null,
  next: string,
): Promise<DemoAccountsData> {
  const [{ people }, person] = await Promise.all([
    callOperation(deps.accounts, demoPeople),
    fetchPerson(deps, identity),
  ])
  return { person, people, next }
}

/** Null for an anonymous visitor. */
export async function fetchPerson({ accounts }: AccountDeps, identity: Caller | null) {
  return identity && (await callOperation(accounts, me, { identity }))
}
