/** Sessions are opaque tokens in a cookie; behind the gateway they become a signed identity for five minutes. */
import type { KeyObject } from 'node:crypto'
import { signInByToken } from '@fernweh/contracts/api/accounts'
import { isRefused } from '@fernweh/contracts/api/operation'
import type { Identity } from '@fernweh/contracts/identity'
import { signIdentity } from '@fernweh/kit/server/http/identity'
import type { SignOuts } from '@fernweh/kit/server/http/sign-outs'
import { callOperation, type Upstream, UpstreamFault } from '@fernweh/kit/server/http/upstream'
import { createBoundedCache } from '@fernweh/kit/server/process/bounded-cache'
import type { Response } from 'express'
import { MONTH_SECONDS, readCookie, toCookie } from './cookies.ts'

const FRESH_MS = 5_000
/** While accounts is down nobody can sign out either, so a known session stays valid as long as an identity does. */
const STALE_MS = 5 * 60_000
const MAX_KNOWN = 50_000

/** What a browser holds for one person must not be shown to the next: pages fetched ahead, pages kept for offline reading. */
const SESSION_SITE_DATA = '"prefetchCache", "prerenderCache", "storage"'

type HeaderWriter = Pick<Response, 'setHeader'>

export interface Sessions {
  /** The signed identity behind a cookie header; null when anonymous. Throws when accounts cannot tell. */
  identify(cookies: string | undefined): Promise<string | null>
  /** As `identify`; the response removes a session that has ended, perhaps on another device. */
  identifyFor(response: HeaderWriter, cookies: string | undefined): Promise<string | null>
  /** From this response on the browser has this session, or none (empty token). */
  set(response: HeaderWriter, token: string): void
}

export interface SessionsOptions {
  accounts: Upstream
  privateKey: KeyObject
  origin: string
  /** A sign-in that ended stops counting at once, even while accounts' answer about it is on its way. */
  signOuts: SignOuts
  maxKnown?: number
  now?: () => number
}

interface KnownSession {
  at: number
  identity: Identity | null
  signed: string | null
}

export function createSessions(options: SessionsOptions): Sessions {
  const { accounts, privateKey, origin, signOuts, maxKnown = MAX_KNOWN, now = Date.now } = options
  const name = cookieName(origin)
  const knownSessions = createBoundedCache<KnownSession>(maxKnown)

  async function fetchSession(token: string): Promise<KnownSession> {
    const answer = await callOperation(accounts, signInByToken, { headers: { 'x-fernweh-token': token } })
    if (isRefused(answer)) return { at: now(), identity: null, signed: null }
    return { at: now(), identity: answer.identity, signed: await signIdentity(answer.identity, privateKey) }
  }

  async function renew(token: string, known: KnownSession | undefined): Promise<KnownSession> {
    try {
      const renewed = await fetchSession(token)
      knownSessions.set(token, renewed)
      return renewed
    } catch (error) {
      if (known && error instanceof UpstreamFault && now() - known.at < STALE_MS) return known
      throw error
    }
  }

  async function identify(cookies: string | undefined) {
    const token = readCookie(cookies, name)
    if (!token) return null
    const known = knownSessions.get(token)
    const isFresh = known !== undefined && now() - known.at < FRESH_MS
    const { identity, signed } = isFresh ? known : await renew(token, known)
    return identity && signOuts.has(identity.sid) ? null : signed
  }

  function set(response: HeaderWriter, token: string) {
    response.setHeader('set-cookie', toCookie(name, token, token ? MONTH_SECONDS : 0))
    response.setHeader('clear-site-data', SESSION_SITE_DATA)
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

/** Cookies do not tell ports apart, so the port is part of the name. */
export function cookieName(origin: string): string {
  const { port, protocol } = new URL(origin)
  return `__Host-fernweh-${port || (protocol === 'https:' ? '443' : '80')}`
}
