/** Sign-ins that ended recently: a signed identity outlives its sign-in. */
import type { Broker } from '../delivery/broker.ts'
import { IDENTITY_MINUTES, SIGNED_OUT, signInIdOf } from './identity.ts'

export interface SignOuts {
  /** Known for as long as an identity of the sign-in is valid. */
  has(signInId: string): boolean
}

export function trackSignOuts({ nc }: Pick<Broker, 'nc'>, onSignOut?: (signInId: string) => void): SignOuts {
  const ended = new Set<string>()
  nc.subscribe(SIGNED_OUT, {
    callback(_error, { subject }) {
      const signInId = signInIdOf(subject) ?? ''
      ended.add(signInId)
      setTimeout(() => ended.delete(signInId), IDENTITY_MINUTES * 60_000).unref()
      onSignOut?.(signInId)
    },
  })
  return ended
}
