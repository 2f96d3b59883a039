import { internalEnv } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

const count = (standard: number) => z.coerce.number().int().min(1).default(standard)

/** Each limit counts per address from one network, per address from everywhere, and per network, within `_SECONDS`. */
export const accountsEnv = internalEnv.extend({
  DATABASE_URL: z.string().min(1),

  /** Passwords hashed at once: each takes a core and 19 MiB. */
  HASHES_AT_ONCE: count(2),
  /** Passwords that wait then: a hash takes tens of milliseconds, and a request may wait two seconds. */
  HASHES_WAITING: count(60),

  /** Wrong passwords. */
  SIGN_IN_TRIES: count(10),
  SIGN_IN_TRIES_PER_ADDRESS: count(200),
  SIGN_IN_TRIES_PER_NETWORK: count(100),
  SIGN_IN_SECONDS: count(15 * 60),

  /** Mails that anybody can request: links to sign up, links to set a password. */
  MAILS: count(5),
  MAILS_PER_ADDRESS: count(20),
  MAILS_PER_NETWORK: count(60),
  MAILS_SECONDS: count(60 * 60),

  /** Links that are forged, used or out of date. */
  LINKS_PER_NETWORK: count(100),
  LINKS_SECONDS: count(15 * 60),
})

/** Tries allowed within `seconds`. */
export interface AllowedTries {
  /** One network for one address or account. */
  perPair: number
  /** One address or account from everywhere: much more, or a stranger could lock its owner out. */
  perSubject: number
  /** One network for anything. */
  perNetwork: number
  seconds: number
}

export type LimitName = 'signIns' | 'changes' | 'mails' | 'links'

export function toAllowedTries(config: z.output<typeof accountsEnv>): Record<LimitName, AllowedTries> {
  const signIns = {
    perPair: config.SIGN_IN_TRIES,
    perSubject: config.SIGN_IN_TRIES_PER_ADDRESS,
    perNetwork: config.SIGN_IN_TRIES_PER_NETWORK,
    seconds: config.SIGN_IN_SECONDS,
  }
  const mails = {
    perPair: config.MAILS,
    perSubject: config.MAILS_PER_ADDRESS,
    perNetwork: config.MAILS_PER_NETWORK,
    seconds: config.MAILS_SECONDS,
  }
  // A link has no address, so only the network counts.
  const perNetwork = config.LINKS_PER_NETWORK
  const links = { perPair: perNetwork, perSubject: perNetwork, perNetwork, seconds: config.LINKS_SECONDS }
  return { signIns, changes: signIns, mails, links }
}
