import { passwordResetRequested, type Sealed } from '@fernweh/contracts/events/accounts'
import type { AcceptedCommand, Validity } from './decision.ts'
import { passwordResetExpiry } from './expiry.ts'

export interface RequestPasswordReset {
  type: 'request-password-reset'
  accountId: string
  token: Sealed
}

export function requestPasswordReset({ accountId, token }: RequestPasswordReset, now: Date): AcceptedCommand<Validity> {
  const expiresAt = passwordResetExpiry(now)
  const data = { accountId, token, expiresAt: expiresAt.toISOString() }
  return { events: [{ type: passwordResetRequested.type, data }], answer: { expiresAt } }
}
