import { invalid } from '@fernweh/kit/server/http/problem'
import type { RequestHandler } from 'express'

/** A request line may also name another scheme or host, which leads nowhere behind the gateway. */
export const onlyPaths: RequestHandler = (request, _response, next) => {
  if (!request.url.startsWith('/')) throw invalid({ field: 'url', problem: 'not a path' })
  next()
}
