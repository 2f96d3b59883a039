/** Sessions are opaque tokens in a cookie; behind the gateway they become a signed identity for five minutes. */
import type { KeyObject } from 'node:crypto'
import { signInByToken } from '@fernweh/contracts/api/accounts'
import { isRefused } from '@fernweh/contracts/api/operation'
import type { Identity } from '@fernweh/contracts/identity'
import { signIdentity } from '@fernweh/kit/server/http/identity'
import type { SignOuts } from '@fernweh/kit/server/http/sign-outs'
import { callOperation, type Upstream, UpstreamFault } from '@fernweh/kit/server/http/upstream'
import type { Response } from 'express'

const FRESH_MS = 5_000
/** While accounts is down nobody can sign out either, so what was known holds as long as an identity does. */
const STALE_MS = 5 * 60_000
const MAX_KEPT = 50_000
const MONTH_SECONDS = 30 * 24 * 3600

/** What a browser holds for one person must not be shown to the next: pages fetched ahead, pages kept for offline reading. */
const OF_ONE_SESSION = '"prefetchCache", "prerenderCache", "storage"'

export interface Sessions {
  /** The signed identity behind a cookie header; null for nobody. Throws when that cannot be found out. */
  identify(cookies: string | undefined): Promise<string | null>
  /** As `identify`; a browser whose session ended, perhaps on another device, is told by this answer. */
  identifyFor(response: Pick<Response, 'setHeader'>, cookies: string | undefined): Promise<string | null>
  /** From this answer on the browser has this session, or none (empty token). */
  set(response: Pick<Response, 'setHeader'>, token: string): void
}

interface Known {
  at: number
  identity: Identity | null
  signed: string | null
}

export function createSessions(options: {
  accounts: Upstream
  privateKey: KeyObject
  origin: string
  /** A sign-in that ended stops counting at once, also where the answer about it is still on its way. */
  signOuts: SignOuts
  now?: () => number
}): Sessions {
  const { accounts, privateKey, origin, signOuts, now = Date.now } = options
  const name = cookieName(origin)
  const kept = new Map<string, Known>()

  async function ask(token: string): Promise<Known> {
    const answer = await callOperation(accounts, signInByToken, { headers: { 'x-fernweh-token': token } })
    if (isRefused(answer)) return { at: now(), identity: null, signed: null }
    return { at: now(), identity: answer.identity, signed: await signIdentity(answer.identity, privateKey) }
  }

  async function renew(token: string, known: Known | undefined): Promise<Known> {
    try {
      const renewed = await ask(token)
      if (kept.size >= MAX_KEPT) kept.clear()
      kept.set(token, renewed)
      return renewed
    } catch (error) {
      if (known && error instanceof UpstreamFault && now() - known.at < STALE_MS) return known
      throw error
    }
  }

  async function identify(cookies: string | undefined) {
    const token = readCookie(cookies, name)
    if (!token) return null
    const known = kept.get(token)
    const isFresh = known !== undefined && now() - known.at < FRESH_MS
    const { identity, signed } = isFresh ? known : await renew(token, known)
    return identity && signOuts.has(identity.sid) ? null : signed
  }

  function toCookie(token: string) {
    const lifetime = token ? MONTH_SECONDS : 0
    return `${name}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${lifetime}`
  }

  function set(response: Pick<Response, 'setHeader'>, token: string) {
    response.setHeader('set-cookie', toCookie(token))
    response.setHeader('clear-site-data', OF_ONE_SESSION)
  }

  return {
    identify,
    async identifyFor(response, cookies) {
      const identity = await identify(cookies)
      if (identity === null && readCookie(cookies, name)) set(response, '')
      return identity
    },
    set,
  }
}

/** Cookies do not tell ports apart, so the port is fragment of the name. */
export function cookieName(origin: string): string {
  const { port, protocol } = new URL(origin)
  return `__Host-fernweh-${port || (protocol === 'https:' ? '443' : '80')}`
}

export function readCookie(cookies: string | undefined, name: string): string | null {
  for (const pair of cookies?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value && /^[A-Za-z0-9._~-]{1,512}$/.test(value)) return value
  }
  return null
}
