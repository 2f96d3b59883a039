/** What every HTTP process shows of itself: a trace, a log line and a duration per request, health and metrics. */
import type { Express, Request, RequestHandler, Response } from 'express'
import { Histogram } from 'prom-client'
import type { ProcessContext } from '../process/lifecycle.ts'
import { bindTrace, withSpan, withTraceparent } from '../process/telemetry.ts'
import { forbidden } from './problem.ts'

const PROBES = new Set(['/healthz', '/readyz', '/metrics'])

/** Joins the trace of the asker, or begins one; the span ends when the answer was sent or the client has left. */
export const traceRequests: RequestHandler = (request, response, next) => {
  withTraceparent(request.get('traceparent'), () =>
    withSpan(`${request.method} ${request.path}`, () => {
      const closed = new Promise<void>((resolve) => response.once('close', resolve))
      next()
      return closed
    }),
  )
}

export function measureRequests(context: ProcessContext): RequestHandler {
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to sent answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [context.metrics],
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

/** The declared path, so that ids do not become labels. */
const routeOf = (request: Request) => (request.route ? `${request.baseUrl}${request.route.path}` : 'none')

/** Everybody may ask whether it is alive and ready; why not, and the metrics, are told to those who may know. */
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
