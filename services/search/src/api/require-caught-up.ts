import { HttpProblem } from '@fernweh/kit/server/http/problem'
import type { RequestHandler } from 'express'

/** Until everything has been read once, an answer would deny experiences that exist. */
export function requireCaughtUp({ caughtUp }: { caughtUp(): boolean }): RequestHandler {
  return (_request, response, next) => {
    if (caughtUp()) return next()
    response.set('retry-after', '1')
    throw new HttpProblem(503, { fault: 'search is catching up' })
  }
}
