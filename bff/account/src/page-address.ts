/** What the address of an account page says. Anybody may have typed it. */

import { withQuery } from '@fernweh/contracts/browser/page-path'
import type { CompletedAction } from '@fernweh/contracts/fragments/account'
import { toLocalPath } from '@fernweh/kit/server/http/forms'

const completedActions: readonly CompletedAction[] = ['opened', 'profile-saved', 'password-changed', 'signed-out']

/** `?done=`: what was just done on this page. */
export function readCompletedAction({ searchParams }: URL): CompletedAction | null {
  return completedActions.find((action) => action === searchParams.get('done')) ?? null
}

/** Says once, on the page where somebody signed out or on the one to sign in, that they have. */
const SIGNED_OUT = 'signed-out'

export const withSignedOut = (page: string) => withQuery(page, { [SIGNED_OUT]: '1' })
export const withoutSignedOut = (page: string) => (isSignedOut(page) ? withQuery(page, { [SIGNED_OUT]: null }) : page)
export const isSignedOut = (page: string) => new URL(page, 'http://page').searchParams.has(SIGNED_OUT)

/** `?next=`: where to go on to; the home page for an address outside of this site. */
export const readNext = (url: URL) => withoutSignedOut(readRawNext(url))

/** As it was when a page asked for a sign-in, perhaps because its reader has just signed out. */
export const readRawNext = ({ searchParams }: URL) => toLocalPath(searchParams.get('next') ?? '/') ?? '/'
