/** Sign-ins that ended recently: a signed identity outlives its sign-in. */
import type { Broker } from '../delivery/broker.ts'
import { eventOf, type MessageReader, subscribe } from '../delivery/messages.ts'
import { IDENTITY_MINUTES, SIGNED_OUT, signInIdOf } from './identity.ts'

export interface SignOuts {
  /** Known for as long as an identity of the sign-in is valid. */
  has(signInId: string): boolean
}

export function trackSignOuts(
  broker: Pick<Broker, 'nc'>,
  { log, metrics }: Omit<MessageReader, 'reader'>,
  onSignOut?: (signInId: string) => void,
): SignOuts {
  const ended = new Set<string>()
  const schema = eventOf('accounts', 'sign-in')
  subscribe({ broker, subject: SIGNED_OUT, schema, reader: 'sign-outs', log, metrics }, (_event, { subject }) => {
    const signInId = signInIdOf(subject) ?? ''
    ended.add(signInId)
    setTimeout(() => ended.delete(signInId), IDENTITY_MINUTES * 60_000).unref()
    onSignOut?.(signInId)
  })
  return ended
}
