import {
  accountOpened,
  accountsEvents,
  profileChanged,
  signedIn,
  signUpRequested,
} from '@fernweh/contracts/events/accounts'
import { type ChangePassword, changePassword } from './change-password.ts'
import { type ChangeProfile, changeProfile } from './change-profile.ts'
import { type CreateProfile, createProfile } from './create-profile.ts'
import { type EndSignIn, endSignIn } from './end-sign-in.ts'
import { type OpenAccount, openAccount } from './open-account.ts'
import { type RepeatSignUp, repeatSignUp } from './repeat-sign-up.ts'
import { type RequestPasswordReset, requestPasswordReset } from './request-password-reset.ts'
import { type RequestSignUp, requestSignUp } from './request-sign-up.ts'
import { type StartSignIn, startSignIn } from './start-sign-in.ts'
import { evolve, type StreamState } from './stream-state.ts'

export type AccountsCommand =
  | OpenAccount
  | ChangePassword
  | RequestPasswordReset
  | RepeatSignUp
  | CreateProfile
  | ChangeProfile
  | RequestSignUp
  | StartSignIn
  | EndSignIn

/** One stream per account, per profile, per sign-in, and per sign-up. */
export const accountsDecider = {
  events: accountsEvents,
  streamOf,
  initial: null as StreamState,
  evolve,
  decide,
}

export function streamOf(command: AccountsCommand): string {
  switch (command.type) {
    case 'create-profile':
    case 'change-profile':
      return `${profileChanged.noun}.${command.accountId}`
    case 'request-sign-up':
      return `${signUpRequested.noun}.${command.signUpId}`
    case 'start-sign-in':
    case 'end-sign-in':
      return `${signedIn.noun}.${command.signInId}`
    default:
      return `${accountOpened.noun}.${command.accountId}`
  }
}

export function decide(command: AccountsCommand, state: StreamState, now: Date) {
  switch (command.type) {
    case 'open-account':
      return openAccount(command, state)
    case 'change-password':
      return changePassword(command)
    case 'request-password-reset':
      return requestPasswordReset(command, now)
    case 'repeat-sign-up':
      return repeatSignUp(command, now)
    case 'create-profile':
      return createProfile(command, state)
    case 'change-profile':
      return changeProfile(command, state)
    case 'request-sign-up':
      return requestSignUp(command, now)
    case 'start-sign-in':
      return startSignIn(command, now)
    case 'end-sign-in':
      return endSignIn(command, state)
  }
}
