import type { Refused } from '@fernweh/contracts/api/operation'
import { signedOut } from '@fernweh/contracts/events/accounts'
import { type AcceptedCommand, accept } from './decision.ts'
import { type StreamState, stateOf } from './stream-state.ts'

export interface EndSignIn {
  type: 'end-sign-in'
  signInId: string
  accountId: string
}

/** Ending it again changes nothing. Other people's sign-ins are refused like sign-ins that never were. */
export function endSignIn(
  { signInId, accountId }: EndSignIn,
  state: StreamState,
): AcceptedCommand<null> | Refused<'not-your-sign-in'> {
  const signIn = stateOf('sign-in', state)
  if (signIn?.accountId !== accountId) return { refused: 'not-your-sign-in' }
  return signIn.isEnded ? accept() : accept({ type: signedOut.type, data: { signInId, accountId } })
}
