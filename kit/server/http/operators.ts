import { createHash } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { forbidden } from './problem.ts'

export type IsAllowed = (request: Request) => boolean

/** Digests are compared instead of the secret, so that the time a comparison takes reveals nothing. */
const digest = (text: string) => createHash('sha256').update(text).digest('hex')

export function createOperatorCheck(opsToken: string): IsAllowed {
  const expected = digest(`Bearer ${opsToken}`)
  return (request) => digest(request.get('authorization') ?? '') === expected
}

export const only =
  (isAllowed: IsAllowed): RequestHandler =>
  (request, _response, next) => {
    if (!isAllowed(request)) throw forbidden()
    next()
  }
