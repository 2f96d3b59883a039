import { createHash, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import {
  type AnswerOf,
  type BodyOf,
  idempotencyKey,
  isRefused,
  type Operation,
  type ParamsOf,
  type QueryOf,
  type RefusalOf,
  type Refused,
} from '@fernweh/contracts/api/operation'
import express, {
  type ErrorRequestHandler,
  type Express,
  type IRouter,
  type Request,
  type RequestHandler,
} from 'express'
import type { z } from 'zod'
import type { ProcessContext } from '../process/lifecycle.ts'
import { currentTraceId, currentTraceparent } from '../process/telemetry.ts'
import { authenticate, type Caller } from './identity.ts'
import { measureRequests, serveProbes, traceRequests } from './instrumentation.ts'
import { forbidden, fromExpress, HttpProblem, invalid, invalidFields, notFound } from './problem.ts'
import { toStorable, unstorableField } from './storable.ts'
import { UpstreamFault } from './upstream.ts'

const BODY_LIMIT = '64kb'
/** What an operator brings from another system. */
const IMPORT_LIMIT = '8mb'
const SIGNED_BODY_LIMIT = '256kb'

/**
 * With `identityKey` the signed identity of a request is verified and JSON bodies are read; without, every request is
 * anonymous and bodies are left alone (the gateway passes them on).
 */
export function createApp(
  context: ProcessContext,
  /**
   * `isPublic`: anybody can reach it, so metrics and reasons are for operators only. `signedBodies`: paths whose bodies stay
   * the bytes they were signed as.
   */
  options: { opsToken: string; identityKey?: KeyObject; isPublic?: boolean; signedBodies?: string[] },
): Express {
  const app = express()
  app.disable('x-powered-by').disable('etag')
  app.locals = { context, opsToken: options.opsToken }
  app.use(traceRequests, measureRequests(context))
  const isOperator = operators(options.opsToken)
  serveProbes(app, context, options.isPublic ? isOperator : () => true)
  app.use((request, _response, next) => {
    request.identity = null
    next()
  })
  for (const path of options.signedBodies ?? [])
    app.use(path, express.raw({ type: () => true, limit: SIGNED_BODY_LIMIT }))
  if (options.identityKey) {
    app.use('/ops', only(isOperator), express.json({ limit: IMPORT_LIMIT }))
    app.use(express.json({ limit: BODY_LIMIT }), authenticate(options.identityKey))
  }
  return app
}

export interface ParsedRequest<O extends Operation> {
  params: ParamsOf<O>
  query: QueryOf<O>
  body: BodyOf<O>
  identity: Caller | null
  /** The idempotency key, if one was sent; `requireKey` insists. */
  key: string | undefined
  /** W3C traceparent of this request. */
  trace: string | undefined
  header(name: string): string | undefined
  /** Sets a header of the answer. */
  setHeader(name: string, value: string): void
}

/** Answers `operation`: 200, 409 for a refusal, 400 with the fields that are wrong. */
export function route<O extends Operation>(
  router: IRouter,
  operation: O,
  handler: (asked: ParsedRequest<O>) => Promise<AnswerOf<O> | Refused<RefusalOf<O>>>,
): void {
  const [method, path] = splitName(operation.name)
  router[method](path, async (request, response) => {
    const answer = await handler(parseRequest(operation, request))
    response
      .status(isRefused(answer) ? 409 : 200)
      .set('cache-control', 'no-store')
      .json(answer)
  })
}

/** `sent` stands for a body and a key that did not come as JSON and header. */
export function parseRequest<O extends Operation>(
  operation: O,
  request: Request,
  sent: { body: unknown; key: string | undefined } = { body: request.body, key: request.get('idempotency-key') },
): ParsedRequest<O> {
  return {
    params: readFragment(operation.params, toStorableFields(request.params), 'params') as ParamsOf<O>,
    query: readFragment(operation.query, toStorableFields(request.query), 'query') as QueryOf<O>,
    body: readFragment(operation.body, sent.body ?? {}, 'body') as BodyOf<O>,
    identity: request.identity,
    key: readFragment(idempotencyKey.optional(), sent.key, 'idempotency-key'),
    trace: currentTraceparent(),
    header: (name) => request.get(name),
    setHeader: (name, value) => void request.res?.set(name, value),
  }
}

/** An address may have been typed by anybody. */
const toStorableFields = (fields: object) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? toStorable(value) : value]),
  )

function readFragment<Schema extends z.ZodType>(schema: Schema, value: unknown, whole: string): z.output<Schema> {
  const read = schema.safeParse(value)
  if (!read.success) throw invalidFields(read.error, whole)
  const field = unstorableField(read.data)
  if (field !== undefined) throw invalid({ field: field || whole, problem: 'holds a character that cannot be stored' })
  return read.data
}

export function requireKey({ key }: { key: string | undefined }): string {
  if (!key) throw invalid({ field: 'idempotency-key', problem: 'required' })
  return key
}

/** An operator's command, `POST /ops/x`, of no contract (an import is a `route`): needs `authorization: Bearer <OPS_TOKEN>`. */
export function operatorRoute(app: Express, name: string, handler: (request: Request) => unknown): void {
  const [method, path] = splitName(name)
  const isOperator = operators(app.locals.opsToken)
  app[method](path, async (request, response) => {
    if (!isOperator(request)) throw forbidden()
    response.json((await handler(request)) ?? {})
  })
}

/** To be called after the last route: what nobody answers is a 404, what is thrown is mapped once. */
export function handleErrors(app: Express): void {
  app.use(() => {
    throw notFound()
  })
  app.use(mapError(app.locals.context))
}

const mapError =
  (context: ProcessContext): ErrorRequestHandler =>
  (error, request, response, _next) => {
    if (request.socket?.destroyed || error?.type === 'request.aborted') return void response.destroy()
    if (response.headersSent) {
      context.log.error({ err: error }, 'fault in the middle of an answer')
      return void response.destroy()
    }
    const problem = error instanceof HttpProblem ? error : fromExpress(error)
    if (problem) return void response.status(problem.status).json(problem.body)
    context.log.error({ err: error }, 'fault')
    response.status(error instanceof UpstreamFault ? error.status : 500).json({ fault: currentTraceId() })
  }

/**
 * Longer than proxies keep what is idle (Caddy two minutes, most others one): who closes first must be the one that asks, or a
 * request meets a connection that is just being closed.
 */
const IDLE_MS = 125_000

/** Resolves when the port is open; port 0 takes a free one. When stopping, answers what is in flight and closes. */
export async function listen(
  app: Express,
  context: ProcessContext,
  { PORT, HOST }: { PORT: number; HOST: string },
): Promise<Server> {
  const server = createServer({ keepAliveTimeout: IDLE_MS }, app)
  context.onStop('http', () => closeServer(server))
  server.listen(PORT, HOST)
  await once(server, 'listening')
  return server
}

/** Kept-alive connections are closed as they fall idle; a new request on one of them is told to be the last. */
async function closeServer(server: Server): Promise<void> {
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'))
  const sweep = setInterval(() => server.closeIdleConnections(), 20)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(sweep)
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

function splitName(name: string): [Method, string] {
  const [method = '', path = ''] = name.split(' ')
  return [method.toLowerCase() as Method, path]
}

const only =
  (isAllowed: (request: Request) => boolean): RequestHandler =>
  (request, _response, next) => {
    if (!isAllowed(request)) throw forbidden()
    next()
  }

/** Digests are compared instead of the secret, so that the time a comparison takes tells nothing. */
const digest = (text: string) => createHash('sha256').update(text).digest('hex')

function operators(opsToken: string): (request: Request) => boolean {
  const expected = digest(`Bearer ${opsToken}`)
  return (request) => digest(request.get('authorization') ?? '') === expected
}
