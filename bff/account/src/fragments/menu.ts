import type { MenuData } from '@fernweh/contracts/fragments/account'
import { type FragmentRequest, type FragmentResponse, toPagePath } from '@fernweh/kit/server/fragments/fragments'
import type { AccountDeps } from '../deps.ts'
import { isSignedOut, readRawNext, withoutSignedOut } from '../page-address.ts'
import { fetchPerson } from './demo-accounts.ts'

/** A sign-in started on a page that leads to it goes on to that page's `next`, and not back. */
export async function queryMenu({ url, identity }: FragmentRequest, deps: AccountDeps): Promise<FragmentResponse> {
  const next = isSignInPage(url) ? readRawNext(url) : toPagePath(url)
  const person = await fetchPerson(deps, identity)
  const data: MenuData = { person, next: withoutSignedOut(next), signedOut: person === null && isSignedOut(next) }
  return { title: '', data }
}

const isSignInPage = ({ pathname }: URL) => /^\/(sign-in|sign-up|reset-password)(\/|$)/.test(pathname)
