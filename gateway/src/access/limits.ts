/** Limits by the client's network: a flood is refused before it costs a service anything. */
import { HttpProblem } from '@fernweh/kit/server/http/problem'
import { createLimiter, LimitExceeded, type Limiter } from '@fernweh/kit/server/process/limiter'
import type { Request, RequestHandler, Response } from 'express'
import { clientNetworkOf } from './client-address.ts'

const readMethods = new Set(['GET', 'HEAD'])

export function limitWrites({ perMinute, clientHops }: { perMinute: number; clientHops: number }): RequestHandler {
  const limiter = createLimiter({ perMinute })
  return async (request, response, next) => {
    if (!readMethods.has(request.method)) await runLimited({ limiter, clientHops }, request, response, () => undefined)
    next()
  }
}

/** Throws 429 with `retry-after` when the client's network is over a limit. */
export async function runLimited<Result>(
  { limiter, clientHops }: { limiter: Limiter; clientHops: number },
  request: Request,
  response: Response,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await limiter(clientNetworkOf(request, clientHops), work)
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error
    response.set('retry-after', String(error.retryAfterSeconds))
    throw new HttpProblem(429, { refused: 'too-many-requests' })
  }
}
