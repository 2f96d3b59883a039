/** Sign-ins that ended lately: a signed identity outlives its sign-in, and may be on its way while that ends. */
import type { Broker } from '../delivery/broker.ts'
import { IDENTITY_MINUTES, SIGNED_OUT, signInIdOf } from './identity.ts'

export interface SignOuts {
  /** Whether the sign-in ended, known for as long as an identity of it counts. */
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
