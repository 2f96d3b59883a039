import { passwordChanged } from '@fernweh/contracts/events/accounts'
import { type AcceptedCommand, accept } from './decision.ts'

export interface ChangePassword {
  type: 'change-password'
  accountId: string
  /** By the old password, or by a link from a mail. */
  by: 'password' | 'reset'
}

export function changePassword({ accountId, by }: ChangePassword): AcceptedCommand<null> {
  return accept({ type: passwordChanged.type, data: { accountId, by } })
}
