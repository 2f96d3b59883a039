import {
  type AnswerOf,
  isRefused,
  type Operation,
  type RefusalOf,
  type Refused,
} from '@fernweh/contracts/api/operation'
import type { Dispatcher } from 'undici'
import type { z } from 'zod'
import { type Backoff, waitBeforeRetry } from '../../retry/backoff.ts'
import type { ProcessContext } from '../process/lifecycle.ts'
import { CLIENT_SPAN, currentTraceparent, withSpan } from '../process/telemetry.ts'
import { type Caller, IDENTITY_HEADER } from './identity.ts'
import { createInstances, type InstanceRequest, isMalformed, isTimeout, isUnsent, sendRequest } from './instances.ts'
import { HttpProblem } from './problem.ts'

export interface UpstreamRequest extends Omit<InstanceRequest, 'timeoutMs'> {
  timeoutMs?: number
  /** Safe to send twice: a command with an idempotency key; GET and HEAD by default. */
  idempotent?: boolean
}

export interface Upstream {
  name: string
  request(request: UpstreamRequest): Promise<Dispatcher.ResponseData<null>>
  /** Base URL of the next instance, for connections that are not requests. */
  instance(): string
  close(): Promise<void>
}

export class UpstreamFault extends Error {
  readonly kind: 'down' | 'timeout' | 'broken'
  readonly status: number
  constructor(name: string, kind: UpstreamFault['kind'], cause?: unknown) {
    super(`${name} is ${{ down: 'down', timeout: 'too slow', broken: 'answering outside of its contract' }[kind]}`, {
      cause,
    })
    this.kind = kind
    this.status = { down: 503, timeout: 504, broken: 502 }[kind]
  }
}

const MAX_TRIES = 3
const RETRY: Backoff = { firstMs: 20, maxMs: 40 }
/** Budget of retries that may reach an instance twice: a burst, then one for every ten requests. */
const RETRY_BURST = 100
const RETRY_SHARE = 0.1

export function createUpstream(options: {
  name: string
  urls: string[]
  timeoutMs?: number
  context: ProcessContext
}): Upstream {
  const { name, urls, timeoutMs = 2000, context } = options
  const instances = createInstances(urls)
  let retries = RETRY_BURST

  function next() {
    const instance = instances.next()
    if (!instance) throw new UpstreamFault(name, 'down')
    return instance
  }

  function mayRetry(
    { body, method, idempotent = method === 'GET' || method === 'HEAD' }: UpstreamRequest,
    error: unknown,
  ) {
    if (body && typeof body !== 'string' && !Buffer.isBuffer(body)) return false
    if (isUnsent(error)) return true
    if (!idempotent || retries < 1) return false
    retries -= 1
    return true
  }

  async function send(request: UpstreamRequest, tries = 1): Promise<Dispatcher.ResponseData<null>> {
    if (tries === 1) retries = Math.min(RETRY_BURST, retries + RETRY_SHARE)
    const instance = next()
    try {
      return await sendRequest(instance, { timeoutMs, ...request, headers: withTrace(request.headers) })
    } catch (error) {
      if (request.signal?.aborted || isMalformed(error)) throw error
      if (isTimeout(error)) throw new UpstreamFault(name, 'timeout', error)
      instance.state = 'down'
      if (tries >= MAX_TRIES || !mayRetry(request, error)) throw new UpstreamFault(name, 'down', error)
      await waitBeforeRetry(tries, RETRY)
      return send(request, tries + 1)
    }
  }

  context.onStop(`upstream ${name}`, () => instances.close())
  return {
    name,
    request: (request) => withSpan(`${request.method} ${name}`, () => send(request), { kind: CLIENT_SPAN }),
    instance: () => next().url,
    close: () => instances.close(),
  }
}

function withTrace(headers: InstanceRequest['headers']) {
  const traceparent = currentTraceparent()
  return { ...headers, ...(traceparent && { traceparent }) }
}

export interface CallInput<O extends Operation> {
  params?: z.input<O['params']>
  query?: z.input<O['query']>
  body?: z.input<O['body']>
  key?: string | undefined
  identity?: Caller | null
  headers?: Record<string, string>
}

export type Reply<O extends Operation> = AnswerOf<O> | ([RefusalOf<O>] extends [never] ? never : Refused<RefusalOf<O>>)

/** Returns refusals of the contract; throws any other 4xx as an HttpProblem, which a bff passes on, else an UpstreamFault. */
export async function callOperation<O extends Operation>(
  upstream: Upstream,
  operation: O,
  { params, query, body, key, identity, headers }: CallInput<O> = {},
): Promise<Reply<O>> {
  const [method = '', template = ''] = operation.name.split(' ')
  const json = method === 'GET' || body === undefined ? null : JSON.stringify(body)
  const { status, text } = await exchange(upstream, {
    method: method as Dispatcher.HttpMethod,
    path: toOperationPath(template, params, query),
    headers: {
      ...headers,
      ...(json && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
      ...(identity && { [IDENTITY_HEADER]: identity.token }),
    },
    body: json,
    idempotent: method === 'GET' || key !== undefined,
  })
  return readAnswer(upstream.name, operation, status, text)
}

/** A response that broke off is requested once more where that is safe. */
async function exchange(upstream: Upstream, request: UpstreamRequest): Promise<{ status: number; text: string }> {
  const { statusCode, body } = await upstream.request(request)
  try {
    return { status: statusCode, text: await body.text() }
  } catch (error) {
    if (request.idempotent && !isTimeout(error)) return exchange(upstream, { ...request, idempotent: false })
    throw new UpstreamFault(upstream.name, isTimeout(error) ? 'timeout' : 'down', error)
  }
}

function readAnswer<O extends Operation>(name: string, operation: O, status: number, text: string): Reply<O> {
  const body = parse(name, text)
  if (status === 409 && isRefused(body) && operation.refusals.includes(body.refused)) return body as Reply<O>
  if (status >= 400 && status < 500) throw new HttpProblem(status, body as object)
  if (status === 503 || status === 504) throw new UpstreamFault(name, status === 503 ? 'down' : 'timeout', text)
  const answer = operation.answer.safeParse(body)
  if (status !== 200 || !answer.success) throw new UpstreamFault(name, 'broken', answer.error ?? text)
  return answer.data as Reply<O>
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UpstreamFault(name, 'broken', error)
  }
}

/** Fills `/holds/:holdId` and appends the query, without undefined and null. */
export function toOperationPath(template: string, params: unknown, query: unknown): string {
  const values = Object(params) as Record<string, unknown>
  const path = template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(Object(query))) {
    if (value !== undefined && value !== null) search.set(name, String(value))
  }
  return search.size > 0 ? `${path}?${search}` : path
}
