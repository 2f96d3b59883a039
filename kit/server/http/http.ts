import type { KeyObject } from 'node:crypto'
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
import express, { type Express, type IRouter, type Request } from 'express'
import type { z } from 'zod'
import type { ProcessContext } from '../process/lifecycle.ts'
import { currentTraceparent } from '../process/telemetry.ts'
import { closeServer } from './close-server.ts'
import { mapError } from './errors.ts'
import { authenticate, type Caller } from './identity.ts'
import { measureRequests, serveProbes, traceRequests } from './instrumentation.ts'
import { createOperatorCheck, only } from './operators.ts'
import { forbidden, invalid, invalidFields, notFound } from './problem.ts'
import { toStorable, unstorableField } from './storable.ts'

const BODY_LIMIT = '64kb'
const IMPORT_LIMIT = '8mb'
const SIGNED_BODY_LIMIT = '256kb'

/** Without `identityKey` every request is anonymous and no body is read (the gateway passes them on). */
export function createApp(
  context: ProcessContext,
  /** `isPublic`: metrics and readiness reasons need the operators' token. `signedBodies`: paths whose bodies stay bytes. */
  options: { opsToken: string; identityKey?: KeyObject; isPublic?: boolean; signedBodies?: string[] },
): Express {
  const app = express()
  app.disable('x-powered-by').disable('etag')
  app.locals = { context, opsToken: options.opsToken }
  app.use(traceRequests, measureRequests(context))
  const isOperator = createOperatorCheck(options.opsToken)
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
  /** The idempotency key, if one was sent; `requireKey` rejects a request without. */
  key: string | undefined
  trace: string | undefined
  header(name: string): string | undefined
  setHeader(name: string, value: string): void
}

/** Serves `operation`: 200, 409 for a refusal, 400 with the fields that are wrong. */
export function route<O extends Operation>(
  router: IRouter,
  operation: O,
  handler: (request: ParsedRequest<O>) => Promise<AnswerOf<O> | Refused<RefusalOf<O>>>,
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

/** `sent`: body and key of a request that did not carry them as JSON and header. */
export function parseRequest<O extends Operation>(
  operation: O,
  request: Request,
  sent: { body: unknown; key: string | undefined } = { body: request.body, key: request.get('idempotency-key') },
): ParsedRequest<O> {
  return {
    params: readPart(operation.params, toStorableFields(request.params), 'params') as ParamsOf<O>,
    query: readPart(operation.query, toStorableFields(request.query), 'query') as QueryOf<O>,
    body: readPart(operation.body, sent.body ?? {}, 'body') as BodyOf<O>,
    identity: request.identity,
    key: readPart(idempotencyKey.optional(), sent.key, 'idempotency-key'),
    trace: currentTraceparent(),
    header: (name) => request.get(name),
    setHeader: (name, value) => void request.res?.set(name, value),
  }
}

const toStorableFields = (fields: object) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? toStorable(value) : value]),
  )

function readPart<Schema extends z.ZodType>(schema: Schema, value: unknown, whole: string): z.output<Schema> {
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

/** An operator's command, `POST /ops/x`, outside the contracts (an import is a `route`). */
export function operatorRoute(app: Express, name: string, handler: (request: Request) => unknown): void {
  const [method, path] = splitName(name)
  const isOperator = createOperatorCheck(app.locals.opsToken)
  app[method](path, async (request, response) => {
    if (!isOperator(request)) throw forbidden()
    response.json((await handler(request)) ?? {})
  })
}

/** To be called after the last route. */
export function handleErrors(app: Express): void {
  app.use(() => {
    throw notFound()
  })
  app.use(mapError(app.locals.context))
}

/** Longer than proxies keep idle connections (Caddy: two minutes), or a request may meet one that is being closed. */
const IDLE_MS = 125_000

/** Resolves when the port is open; port 0 takes a free one. On stop, requests in flight are answered first. */
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

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

function splitName(name: string): [Method, string] {
  const [method = '', path = ''] = name.split(' ')
  return [method.toLowerCase() as Method, path]
}
