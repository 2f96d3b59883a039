import type { StoredProfile } from '@fernweh/contracts/api/accounts'
import type { Refused } from '@fernweh/contracts/api/operation'
import type { Sealed } from '@fernweh/contracts/events/accounts'
import { toProfileChanged } from './create-profile.ts'
import { type AcceptedCommand, accept } from './decision.ts'
import { type StreamState, stateOf } from './stream-state.ts'

export interface ChangeProfile {
  type: 'change-profile'
  accountId: string
  /** The version that the change was made from. */
  version: number
  /** As it is now, readable: the name in the log is sealed. */
  current: StoredProfile
  next: StoredProfile
  /** The next name, sealed. */
  name: Sealed
}

/** A profile that is equal already is no conflict, so that a change may be sent twice. */
export function changeProfile(
  { accountId, version, current, next, name }: ChangeProfile,
  state: StreamState,
): AcceptedCommand<null> | Refused<'changed-elsewhere'> {
  if (isSame(current, next)) return accept()
  if (stateOf('profile', state)?.version !== version) return { refused: 'changed-elsewhere' }
  return accept(toProfileChanged(accountId, { ...next, name }))
}

function isSame(one: StoredProfile, other: StoredProfile): boolean {
  const values = ({ name, homeCity, locale, currency, interests }: StoredProfile) =>
    JSON.stringify([name, homeCity, locale, currency, interests])
  return values(one) === values(other)
}
