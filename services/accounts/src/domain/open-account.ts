import { accountOpened, mailConfirmed, type Sealed } from '@fernweh/contracts/events/accounts'
import type { Role } from '@fernweh/contracts/identity'
import { type AcceptedCommand, accept } from './decision.ts'
import type { StreamState } from './stream-state.ts'

export interface OpenAccount {
  type: 'open-account'
  accountId: string
  role: Role
  mail: Sealed
}

/** Opening it again changes nothing. */
export function openAccount({ accountId, role, mail }: OpenAccount, account: StreamState): AcceptedCommand<null> {
  if (account) return accept()
  return accept(
    { type: accountOpened.type, data: { accountId, role } },
    { type: mailConfirmed.type, data: { accountId, mail } },
  )
}
