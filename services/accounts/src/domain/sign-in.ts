import type { Refused } from '@fernweh/contracts/api/operation'
import { signedIn, signedOut } from '@fernweh/contracts/events/accounts'
import type { EventOf } from '@fernweh/contracts/events/define-event'

export const SIGN_IN_DAYS = 30

export interface SignIn {
  signInId: string
  accountId: string
  expiresAt: Date
  ended: boolean
}

export type SignInEvent = EventOf<typeof signedIn> | EventOf<typeof signedOut>

/** By one click only as one of the people of the start screen. */
export function signIn(
  { signInId }: { signInId: string },
  person: { accountId: string; demo: boolean } | null,
): EventOf<typeof signedIn> | Refused<'no-such-person'> {
  if (!person?.demo) return { refused: 'no-such-person' }
  return { type: signedIn.type, data: { signInId, accountId: person.accountId } }
}

/** Null when there is nothing left to end. */
export function signOut(signIn: SignIn | null): EventOf<typeof signedOut> | null {
  if (!signIn || signIn.ended) return null
  const { signInId, accountId } = signIn
  return { type: signedOut.type, data: { signInId, accountId } }
}

export function isCurrent({ ended, expiresAt }: SignIn, now: Date): boolean {
  return !ended && now < expiresAt
}

export function expiryOf(now: Date): Date {
  return new Date(now.getTime() + SIGN_IN_DAYS * 24 * 60 * 60 * 1000)
}
