import type { openAccount as operation } from '@fernweh/contracts/api/accounts'
import type { BodyOf } from '@fernweh/contracts/api/operation'
import { accountOpened, profileChanged, type Sealed } from '@fernweh/contracts/events/accounts'
import type { EventOf } from '@fernweh/contracts/events/define-event'

export type OpenAccount = BodyOf<typeof operation>
export type AccountEvent = EventOf<typeof accountOpened> | EventOf<typeof profileChanged>

/** `name` is the name of the command, sealed under the person's key: the log is for ever, people may leave. */
export function openAccount(
  command: OpenAccount,
  name: Sealed,
): [EventOf<typeof accountOpened>, EventOf<typeof profileChanged>] {
  const { accountId, role, homeCity, locale, currency, interests } = command
  return [
    { type: accountOpened.type, data: { accountId, role } },
    { type: profileChanged.type, data: { accountId, name, homeCity, locale, currency, interests } },
  ]
}
