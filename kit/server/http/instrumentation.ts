import type { Span } from '@opentelemetry/api'
import type { Express, Request, RequestHandler, Response } from 'express'
import type { ProcessContext } from '../process/lifecycle.ts'
import { histogram } from '../process/metrics.ts'
import { bindTrace, SERVER_SPAN, withSpan, withTraceparent } from '../process/telemetry.ts'
import { forbidden } from './problem.ts'

const PROBES = new Set(['/healthz', '/readyz', '/metrics'])

/** Joins the caller's trace, or begins one; the span ends when the response was sent or the client has left. */
export const traceRequests: RequestHandler = (request, response, next) => {
  if (PROBES.has(request.path)) return next()
  const work = (span: Span) => {
    const closed = new Promise<void>((resolve) => response.once('close', resolve))
    next()
    return closed.then(() => describeRequest(span, request, response))
  }
  withTraceparent(request.get('traceparent'), () => withSpan(request.method, work, { kind: SERVER_SPAN }))
}

function describeRequest(span: Span, request: Request, response: Response): void {
  const route = routeOf(request)
  span.updateName(`${request.method} ${route}`)
  span.setAttributes({
    'http.request.method': request.method,
    'http.route': route,
    'http.response.status_code': statusOf(response),
  })
}

export function measureRequests(context: ProcessContext): RequestHandler {
  const duration = histogram(context.metrics, {
    name: 'fernweh_http_request_duration_seconds',
    help: 'Time from request to sent response',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  })
  return (request, response, next) => {
    if (PROBES.has(request.path)) return next()
    const start = process.hrtime.bigint()
    const { method, path } = request
    const done = () => {
      const seconds = Number(process.hrtime.bigint() - start) / 1e9
      const status = statusOf(response)
      duration.observe({ method, route: routeOf(request), status }, seconds)
      context.log.info({ method, path, status, ms: Math.round(seconds * 1e4) / 10 }, 'answered')
    }
    response.once('close', bindTrace(done))
    next()
  }
}

/** 499 stands for a client that left before it was answered. */
const statusOf = (response: Response) => (response.writableFinished ? response.statusCode : 499)

/** The declared path: an id must not become a label. */
const routeOf = (request: Request) => (request.route ? `${request.baseUrl}${request.route.path}` : 'none')

export function serveProbes(app: Express, context: ProcessContext, mayKnow: (request: Request) => boolean): void {
  app.get('/healthz', (_request, response) => void response.json({ alive: true }))
  app.get('/readyz', async (request, response) => {
    const why = await context.whyNotReady()
    const ready = why.length === 0
    response.status(ready ? 200 : 503).json({ ready, ...(mayKnow(request) && { why }) })
  })
  app.get('/metrics', async (request, response) => {
    if (!mayKnow(request)) throw forbidden()
    response.type(context.metrics.contentType).send(await context.metrics.metrics())
  })
}
