import type { Profile } from '@fernweh/contracts/api/accounts'
import type { Refused } from '@fernweh/contracts/api/operation'

export interface VersionedProfile {
  profile: Profile
  /** Of the stream `profile.<id>`. */
  version: number
}

/**
 * 'unchanged' also for a wish that has come true already, so that sending it twice is no conflict. Who has seen an older
 * version is refused: what was changed elsewhere would be lost.
 */
export function decideProfile(
  current: VersionedProfile,
  wish: VersionedProfile,
): 'changed' | 'unchanged' | Refused<'changed-elsewhere'> {
  if (isSame(current.profile, wish.profile)) return 'unchanged'
  return current.version === wish.version ? 'changed' : { refused: 'changed-elsewhere' }
}

function isSame(one: Profile, other: Profile): boolean {
  const values = ({ name, homeCity, locale, currency, interests }: Profile) =>
    JSON.stringify([name, homeCity, locale, currency, interests])
  return values(one) === values(other)
}
