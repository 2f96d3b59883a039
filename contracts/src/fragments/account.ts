/** Data the fragments of mfe-account are rendered with. `next` is the path and query to show afterwards. */

import type { mySignIns, Person, StoredProfile } from '../api/accounts.ts'
import type { AnswerOf } from '../api/operation.ts'
import type { listCities } from '../api/search.ts'
import type { Role } from '../identity.ts'

/** Input of a form that was returned without script, by field; never a password. */
export type SubmittedValues = Partial<Record<string, string>>

export interface MenuData {
  /** Null when nobody is signed in. */
  person: Person | null
  next: string
  /** The session of this browser was just ended, on this page. */
  signedOut: boolean
}

/** Settings of the page of components; null follows the reader's system and language. */
export interface StyleGuideData {
  scheme: 'light' | 'dark' | null
  direction: 'ltr' | 'rtl' | null
}

export interface DemoAccountsData {
  person: Person | null
  people: Person[]
  next: string
}

export interface SignInData extends DemoAccountsData {
  typed: SubmittedValues
  /** A new password was just set through a link in a mail. */
  passwordSet: boolean
}

/** Shown after a request that is answered by mail. */
interface ByMail {
  typed: SubmittedValues
  sent: boolean
  /** URL of the local mailbox, if there is one. */
  mailbox: string | null
}

export interface SignUpData extends ByMail {
  next: string
  /** The mail was requested once more. */
  resent: boolean
}

export type ResetPasswordData = ByMail

/** Null when the URL has no token, e.g. because it was copied incompletely. */
export interface TokenData {
  token: string | null
  /** The address the link was sent to; null once the link is out of date, and while accounts does not answer. */
  mail: string | null
}

export type SignIns = AnswerOf<typeof mySignIns>['signIns']

/** The change that was just made, shown once. */
export type CompletedAction = 'opened' | 'profile-saved' | 'password-changed' | 'signed-out'

export interface AccountData {
  role: Role
  profile: StoredProfile
  /** Must be sent with a change. */
  version: number
  mail: string | null
  signIns: SignIns
  /** Cities with experiences; none while search does not answer. */
  cities: AnswerOf<typeof listCities>['cities']
  typed: SubmittedValues
  completed: CompletedAction | null
}
