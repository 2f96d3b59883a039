import { signedIn } from '@fernweh/contracts/events/accounts'
import type { AcceptedCommand, Validity } from './decision.ts'
import { signInExpiry } from './expiry.ts'

export interface StartSignIn {
  type: 'start-sign-in'
  signInId: string
  accountId: string
}

export function startSignIn({ signInId, accountId }: StartSignIn, now: Date): AcceptedCommand<Validity> {
  return {
    events: [{ type: signedIn.type, data: { signInId, accountId } }],
    answer: { expiresAt: signInExpiry(now) },
  }
}
