/** What the fragments of mfe-account are rendered with. `next` is the path and query to show afterwards. */

import type { mySignIns, Person, Profile } from '../api/accounts.ts'
import type { AnswerOf } from '../api/operation.ts'

/** What was typed into a form that came back without script, by field; never a password. */
export type SubmittedValues = Partial<Record<string, string>>

export interface MenuData {
  /** Null when nobody is signed in. */
  person: Person | null
  next: string
}

/** How the living page of components is looked at; null is as the reader's system and language have it. */
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
  /** A new password was just set by mail. */
  passwordSet: boolean
}

/** Where something was asked for that a mail answers. */
interface ByMail {
  typed: SubmittedValues
  sent: boolean
  /** Where the operator shows the mails, if that is here. */
  mailbox: string | null
}

export interface SignUpData extends ByMail {
  next: string
}

export type ResetPasswordData = ByMail

/** Null when the address has none: it was not copied whole. */
export interface TokenData {
  token: string | null
}

export type SignIns = AnswerOf<typeof mySignIns>['signIns']

/** What was just done, to be said once. */
export type CompletedAction = 'opened' | 'profile-saved' | 'password-changed' | 'signed-out'

export interface AccountData {
  profile: Profile
  /** To be sent with a change. */
  version: number
  mail: string | null
  signIns: SignIns
  typed: SubmittedValues
  completed: CompletedAction | null
}
