import type { Profile } from '@fernweh/contracts/api/accounts'
import { accountOpened, mailConfirmed, profileChanged, type Sealed } from '@fernweh/contracts/events/accounts'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { Role } from '@fernweh/contracts/identity'

type Opened = EventOf<typeof accountOpened> | EventOf<typeof mailConfirmed> | EventOf<typeof profileChanged>

/** `mail` and `profile.name` are sealed under the person's key: the log is for ever, people may leave. */
export function openAccount(opening: {
  accountId: string
  role: Role
  mail: Sealed
  profile: Omit<Profile, 'name'> & { name: Sealed }
}): Opened[] {
  const { accountId, role, mail, profile } = opening
  return [
    { type: accountOpened.type, data: { accountId, role } },
    { type: mailConfirmed.type, data: { accountId, mail } },
    changeProfile(accountId, profile),
  ]
}

export function changeProfile(
  accountId: string,
  { name, homeCity, locale, currency, interests }: Omit<Profile, 'name'> & { name: Sealed },
): EventOf<typeof profileChanged> {
  return { type: profileChanged.type, data: { accountId, name, homeCity, locale, currency, interests } }
}

/** Nobody is asked for more than is needed to begin. */
export const profileOfNewcomer = (name: string, locale: string): Profile => ({
  name,
  homeCity: null,
  locale,
  currency: 'EUR',
  interests: [],
})
