import type { ErrorRequestHandler } from 'express'
import type { ProcessContext } from '../process/lifecycle.ts'
import { currentTraceId } from '../process/telemetry.ts'
import { fromExpress, HttpProblem } from './problem.ts'
import { UpstreamFault } from './upstream.ts'

/** The only place where errors become HTTP responses. */
export const mapError =
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
