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

export function signIn(signInId: string, accountId: string): EventOf<typeof signedIn> {
  return { type: signedIn.type, data: { signInId, accountId } }
}

/** By one click only as one of the people of the start screen. */
export function signInAsDemo(
  signInId: string,
  person: { accountId: string; demo: boolean } | null,
): EventOf<typeof signedIn> | Refused<'no-such-person'> {
  return person?.demo ? signIn(signInId, person.accountId) : { refused: 'no-such-person' }
}

export function signOut(signInId: string, accountId: string): EventOf<typeof signedOut> {
  return { type: signedOut.type, data: { signInId, accountId } }
}

export function isCurrent({ ended, expiresAt }: SignIn, now: Date): boolean {
  return !ended && now < expiresAt
}

export function expiryOf(now: Date): Date {
  return new Date(now.getTime() + SIGN_IN_DAYS * 24 * 60 * 60 * 1000)
}
