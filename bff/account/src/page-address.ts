/** What the address of an account page says. Anybody may have typed it. */
import type { CompletedAction, TokenData } from '@fernweh/contracts/fragments/account'
import { toLocalPath } from '@fernweh/kit/server/http/forms'

const completedActions: readonly CompletedAction[] = ['opened', 'profile-saved', 'password-changed', 'signed-out']

/** `?done=`: what was just done on this page. */
export function readCompletedAction({ searchParams }: URL): CompletedAction | null {
  return completedActions.find((action) => action === searchParams.get('done')) ?? null
}

/** `?next=`: where to go on to; the home page for an address outside of this site. */
export const readNext = ({ searchParams }: URL) => toLocalPath(searchParams.get('next') ?? '/') ?? '/'

/** `?token=`: the token of a mail's link. */
export const readToken = ({ searchParams }: URL): TokenData => ({ token: searchParams.get('token') })
