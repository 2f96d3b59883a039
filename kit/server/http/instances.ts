import { type Dispatcher, Pool } from 'undici'

export interface Instance {
  url: string
  pool: Pool
  state: 'ready' | 'unready' | 'down'
}

const POLL_MS = 1000
const CONNECTIONS = 128

export interface Instances {
  /** Ready ones first; an alive one that calls itself not ready is better than no answer. */
  next(): Instance | undefined
  /** May be called again; resolves when requests in flight have been answered. */
  close(): Promise<void>
}

export function createInstances(urls: string[]): Instances {
  const instances = urls.map(
    (url): Instance => ({ url, pool: new Pool(url, { connections: CONNECTIONS }), state: 'ready' }),
  )
  const poll = setInterval(() => void Promise.all(instances.map(checkReadiness)), POLL_MS)
  let turn = 0
  let closed: Promise<void> | undefined

  return {
    next() {
      turn += 1
      const ready = instances.filter(({ state }) => state === 'ready')
      const usable = ready.length > 0 ? ready : instances.filter(({ state }) => state === 'unready')
      return usable[turn % usable.length]
    },
    close() {
      clearInterval(poll)
      closed ??= Promise.all(instances.map(({ pool }) => pool.close())).then(() => {})
      return closed
    },
  }
}

async function checkReadiness(instance: Instance): Promise<void> {
  try {
    const answer = await instance.pool.request({ method: 'GET', path: '/readyz', signal: AbortSignal.timeout(POLL_MS) })
    await answer.body.dump()
    instance.state = answer.statusCode === 200 ? 'ready' : 'unready'
  } catch {
    instance.state = 'down'
  }
}

export interface InstanceRequest {
  method: Dispatcher.HttpMethod
  path: string
  headers?: Record<string, string | string[]>
  body?: Dispatcher.DispatchOptions['body']
  /** Milliseconds until the head of the answer, and between two pieces of its body. */
  timeoutMs: number
  signal?: AbortSignal
}

export class DeadlineError extends Error {}

export async function sendRequest(
  { pool }: Instance,
  { timeoutMs, signal, body = null, headers = {}, ...sent }: InstanceRequest,
) {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(new DeadlineError(`no answer within ${timeoutMs} ms`)), timeoutMs)
  const leave = () => deadline.abort(signal?.reason)
  if (signal?.aborted) leave()
  signal?.addEventListener('abort', leave, { once: true })
  try {
    const options = { headers, body, signal: deadline.signal, headersTimeout: 0, bodyTimeout: timeoutMs }
    return await pool.request<null>({ ...sent, ...options })
  } finally {
    clearTimeout(timer)
  }
}

export const isTimeout = (error: unknown) => error instanceof DeadlineError || codeOf(error) === 'UND_ERR_BODY_TIMEOUT'

/** The connection was never made, so nothing can have happened there. */
export const isUnsent = (error: unknown) =>
  ['ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH', 'ENOTFOUND'].includes(codeOf(error))

/** Nothing was sent, because the request itself is none: a fault of the asker. */
export const isMalformed = (error: unknown) => ['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED'].includes(codeOf(error))

const codeOf = (error: unknown) => String((error as { code?: unknown }).code)
