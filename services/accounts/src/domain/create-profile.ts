import type { StoredProfile } from '@fernweh/contracts/api/accounts'
import { profileChanged, type Sealed } from '@fernweh/contracts/events/accounts'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import { type AcceptedCommand, accept } from './decision.ts'
import type { StreamState } from './stream-state.ts'

/** As it goes into the log: the log is for ever, people may leave. */
export type SealedProfile = Omit<StoredProfile, 'name'> & { name: Sealed }

export interface CreateProfile {
  type: 'create-profile'
  accountId: string
  profile: SealedProfile
}

/** Creating it again changes nothing. */
export function createProfile({ accountId, profile }: CreateProfile, state: StreamState): AcceptedCommand<null> {
  return state ? accept() : accept(toProfileChanged(accountId, profile))
}

export function toProfileChanged(
  accountId: string,
  { name, homeCity, locale, currency, interests }: SealedProfile,
): EventOf<typeof profileChanged> {
  return { type: profileChanged.type, data: { accountId, name, homeCity, locale, currency, interests } }
}

/** The form to sign up has no more fields than are needed to begin. */
export const toNewcomerProfile = (name: string, locale: string): StoredProfile => ({
  name,
  homeCity: null,
  locale,
  currency: 'EUR',
  interests: [],
})
