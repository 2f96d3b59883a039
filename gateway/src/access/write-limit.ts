/** How many writes one network may send; a flood is turned away at the door, before it costs a service anything. */
import { networkOf } from '@fernweh/kit/server/http/network'
import { HttpProblem } from '@fernweh/kit/server/http/problem'
import type { RequestHandler } from 'express'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { clientOf } from './client-address.ts'

const reads = new Set(['GET', 'HEAD'])

export function limitWrites({ perMinute, clientHops }: { perMinute: number; clientHops: number }): RequestHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return async (request, response, next) => {
    if (reads.has(request.method)) return next()
    try {
      await limiter.consume(networkOf(clientOf(request, clientHops)))
    } catch (refusal) {
      response.set('retry-after', String(Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000)))
      throw new HttpProblem(429, { refused: 'too-many-requests' })
    }
    next()
  }
}
