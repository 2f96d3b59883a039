/** Events of accounts. Personal data is sealed under the person's own key: deleting the key makes all copies unreadable. */
import { z } from 'zod'
import { id } from '../envelope.ts'
import { role } from '../identity.ts'
import { defineEvent } from './define-event.ts'

/** AES-256-GCM under the key of `person` (requested from accounts on NATS `keys.accounts`); unreadable once that key is deleted. */
export const sealed = z.object({ person: id, iv: z.base64(), data: z.base64() })
export type Sealed = z.infer<typeof sealed>

/**
 * A sign-up to be confirmed by mail; `accountId` is the id the account will have. `token` proves access to the mailbox until
 * `expiresAt`; the sealed data becomes unreadable when the sign-up is not confirmed.
 */
export const signUpRequested = defineEvent({
  type: 'fernweh.accounts.sign-up-requested',
  noun: 'sign-up',
  data: z.object({
    accountId: id,
    mail: sealed,
    name: sealed,
    token: sealed,
    locale: z.string(),
    expiresAt: z.iso.datetime(),
  }),
})

const account = z.object({ accountId: id })

export const accountOpened = defineEvent({
  type: 'fernweh.accounts.account-opened',
  noun: 'account',
  data: account.extend({ role }),
})
/** The address for mails. */
export const mailConfirmed = defineEvent({
  type: 'fernweh.accounts.mail-confirmed',
  noun: 'account',
  data: account.extend({ mail: sealed }),
})
/** Somebody tried to sign up with the address of this account; only its owner is notified. */
export const signUpRepeated = defineEvent({
  type: 'fernweh.accounts.sign-up-repeated',
  noun: 'account',
  data: account,
})
export const passwordResetRequested = defineEvent({
  type: 'fernweh.accounts.password-reset-requested',
  noun: 'account',
  data: account.extend({ token: sealed, expiresAt: z.iso.datetime() }),
})
export const passwordChanged = defineEvent({
  type: 'fernweh.accounts.password-changed',
  noun: 'account',
  data: account.extend({ by: z.enum(['password', 'reset']) }),
})

/** The complete profile after the change. `name` is shown next to reviews. */
export const profileChanged = defineEvent({
  type: 'fernweh.accounts.profile-changed',
  noun: 'profile',
  data: z.object({
    accountId: id,
    name: sealed,
    homeCity: z.string().max(80).nullable(),
    locale: z.string(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    interests: z.array(z.string().max(40)).max(20),
  }),
})

const signIn = z.object({ signInId: id, accountId: id })
export const signedIn = defineEvent({ type: 'fernweh.accounts.signed-in', noun: 'sign-in', data: signIn })
export const signedOut = defineEvent({ type: 'fernweh.accounts.signed-out', noun: 'sign-in', data: signIn })

export const accountsEvents = [
  signUpRequested,
  accountOpened,
  mailConfirmed,
  signUpRepeated,
  passwordResetRequested,
  passwordChanged,
  profileChanged,
  signedIn,
  signedOut,
] as const
