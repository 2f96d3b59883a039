/** What happened in accounts. Personal data is sealed under the person's own key, so that a person may leave for good. */
import { z } from 'zod'
import { id } from '../envelope.ts'
import { role } from '../identity.ts'
import { defineEvent } from './define-event.ts'

/** AES-256-GCM under the key of `person` (asked of accounts on NATS `keys.accounts`); unreadable once that key is gone. */
export const sealed = z.object({ person: id, iv: z.base64(), data: z.base64() })
export type Sealed = z.infer<typeof sealed>

export const accountOpened = defineEvent({
  type: 'fernweh.accounts.account-opened',
  noun: 'account',
  data: z.object({ accountId: id, role }),
})

/** The whole profile after the change. `name` is what others see beside a review. */
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

export const accountsEvents = [accountOpened, profileChanged, signedIn, signedOut] as const
