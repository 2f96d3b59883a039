/** Calls of the browser to its own bff. Answers and refusals are data; everything else is an `ApiFault`. */
import type { AnswerOf, Invalid, Operation, RefusalOf, Refused } from '@fernweh/contracts/api/operation'
import type { z } from 'zod'
import { type Backoff, waitBeforeRetry } from '../../retry/backoff.ts'

export type InputOf<O extends Operation> = {
  params?: z.input<O['params']>
  query?: z.input<O['query']>
  body?: z.input<O['body']>
  /** Idempotency key, made when the form was rendered (`newKey`); required by commands. */
  key?: string
}

export type Api = <O extends Operation>(
  name: O['name'],
  input?: InputOf<O>,
) => Promise<AnswerOf<O> | Refused<RefusalOf<O>>>

/** `unanswered`: the page before this one got a fault for an answer. */
type Cause = 'offline' | 'timeout' | 'invalid' | 'signed-out' | 'failed' | 'unanswered'

export class ApiFault extends Error {
  override name = 'ApiFault'
  constructor(
    readonly why: Cause,
    readonly status: number,
    readonly invalid: Invalid['invalid'] = [],
    options?: ErrorOptions,
  ) {
    super(`${why} (${status})`, options)
  }
}

interface Settings {
  fetch?: typeof fetch
  timeoutMs?: number
  pause?: () => Promise<void>
}

const RETRY: Backoff = { firstMs: 800, maxMs: 800 }

/** A fresh idempotency key: one per rendered form, so that a second click is the same command. */
export function newKey(): string {
  return crypto.randomUUID()
}

export function createApi(team: string, settings: Settings = {}): Api {
  const { fetch: send = fetch, timeoutMs = 10_000, pause = () => waitBeforeRetry(1, RETRY) } = settings

  async function once(url: string, init: RequestInit) {
    const response = await send(url, { ...init, signal: AbortSignal.timeout(timeoutMs) }).catch(toFault)
    return readAnswer(response)
  }

  return async (name, input = {}) => {
    const [method = 'GET', path = '/'] = name.split(' ')
    const url = toApiUrl(team, path, input.params, input.query)
    const init = toInit(method, input.body, input.key)
    if (method !== 'GET') return once(url, init)
    return once(url, init).catch(async (fault: ApiFault) => {
      if (!isWorthRetrying(fault)) throw fault
      await pause()
      return once(url, init)
    })
  }
}

function isWorthRetrying({ why, status }: ApiFault): boolean {
  return why === 'offline' || status === 502 || status === 503 || status === 504
}

export function toApiUrl(team: string, path: string, params: unknown, query: unknown = undefined): string {
  const values = (params ?? {}) as Record<string, unknown>
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])))
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return `/api/${team}${filled}${given.length === 0 ? '' : `?${search}`}`
}

function toInit(method: string, body: unknown, key: string | undefined): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json', 'x-fernweh': '1' }
  if (key !== undefined) headers['idempotency-key'] = key
  if (body === undefined) return { method, headers }
  return { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function toFault(cause: unknown): never {
  const timedOut = cause instanceof Error && cause.name === 'TimeoutError'
  throw new ApiFault(timedOut ? 'timeout' : 'offline', 0, [], { cause })
}

async function readAnswer(response: Response) {
  const body = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return body
  if (response.status === 409 && typeof body?.refused === 'string') return body
  throw new ApiFault(causeOf(response.status), response.status, body?.invalid)
}

function causeOf(status: number): Cause {
  if (status === 400) return 'invalid'
  return status === 401 ? 'signed-out' : 'failed'
}
