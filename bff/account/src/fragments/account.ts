import { myProfile, mySignIns } from '@fernweh/contracts/api/accounts'
import { listCities } from '@fernweh/contracts/api/search'
import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { AccountData } from '@fernweh/contracts/fragments/account'
import { type FragmentRequest, type FragmentResponse, toPagePath } from '@fernweh/kit/server/fragments/fragments'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { AccountDeps } from '../deps.ts'
import { readCompletedAction } from '../page-address.ts'

export async function queryAccount(
  { url, identity, outcome }: FragmentRequest,
  { accounts, search, typedValues }: AccountDeps,
): Promise<FragmentResponse> {
  if (!identity) return { status: 303, title: '', meta: { location: toSignInPath(toPagePath(url)) }, data: null }
  const [profile, { signIns }, { cities }] = await Promise.all([
    callOperation(accounts, myProfile, { identity }),
    callOperation(accounts, mySignIns, { identity }),
    // Without them the city stays as it is.
    callOperation(search, listCities, {}).catch(() => ({ cities: [] })),
  ])
  const typed = typedValues.open(outcome?.typed, identity)
  const data: AccountData = {
    ...profile,
    role: identity.role,
    signIns,
    cities,
    typed,
    completed: readCompletedAction(url),
  }
  return { title: { key: 'title.account' }, data }
}
