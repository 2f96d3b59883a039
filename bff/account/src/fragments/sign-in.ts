import type { SignInData } from '@fernweh/contracts/fragments/account'
import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import type { AccountDeps } from '../deps.ts'
import { readNext } from '../page-address.ts'
import { fetchDemoAccounts } from './demo-accounts.ts'

export async function querySignIn(
  { url, identity, outcome }: FragmentRequest,
  deps: AccountDeps,
): Promise<FragmentResponse> {
  const accounts = await fetchDemoAccounts(deps, identity, readNext(url))
  const typed = deps.typedValues.open(outcome?.typed, identity)
  const passwordSet = url.searchParams.get('done') === 'password-set'
  const data: SignInData = { ...accounts, typed, passwordSet }
  return { title: { key: 'title.sign-in' }, data }
}
