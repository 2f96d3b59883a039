import { type Sealed, signUpRequested } from '@fernweh/contracts/events/accounts'
import type { AcceptedCommand, Validity } from './decision.ts'
import { signUpExpiry } from './expiry.ts'

export interface RequestSignUp {
  type: 'request-sign-up'
  signUpId: string
  signUp: { accountId: string; mail: Sealed; name: Sealed; token: Sealed; locale: string }
}

export function requestSignUp({ signUp }: RequestSignUp, now: Date): AcceptedCommand<Validity> {
  const expiresAt = signUpExpiry(now)
  const data = { ...signUp, expiresAt: expiresAt.toISOString() }
  return { events: [{ type: signUpRequested.type, data }], answer: { expiresAt } }
}
