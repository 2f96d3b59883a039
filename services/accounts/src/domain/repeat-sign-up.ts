import { signUpRepeated } from '@fernweh/contracts/events/accounts'
import type { AcceptedCommand, Validity } from './decision.ts'
import { signUpExpiry } from './expiry.ts'

/** The address of a sign-up belongs to this account. */
export interface RepeatSignUp {
  type: 'repeat-sign-up'
  accountId: string
}

/** There is no link; the sign-up is kept for as long as one would hold, so that sending the form again is recognised. */
export function repeatSignUp({ accountId }: RepeatSignUp, now: Date): AcceptedCommand<Validity> {
  return {
    events: [{ type: signUpRepeated.type, data: { accountId } }],
    answer: { expiresAt: signUpExpiry(now) },
  }
}
