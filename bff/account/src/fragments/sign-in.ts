import type { SignInData } from '@fernweh/contracts/fragments/account'
import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import type { AccountDeps } from '../deps.ts'
import { readNext } from '../page-address.ts'
import { fetchDemoAccounts } from './demo-accounts.ts'

export async function querySignIn(request: FragmentRequest, deps: AccountDeps): Promise<FragmentResponse> {
  const { url, identity, outcome } = request
  const accounts = await fetchDemoAccounts(deps, request, readNext(url))
  const typed = deps.typedValues.open(outcome?.typed, identity)
  const passwordSet = url.searchParams.get('done') === 'password-set'
  const data: SignInData = { ...accounts, typed, passwordSet }
  return { title: { key: 'title.sign-in' }, data }
}
