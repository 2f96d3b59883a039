/** `/api/<team>/…` and `/part/<team>/<Part>` go to that team's bff, with the session turned into an identity. */
import { pipeline } from 'node:stream/promises'
import type { Wording } from '@fernweh/contracts/browser/languages'
import { HttpProblem, notFound } from '@fernweh/kit/server/problem'
import type { Upstream } from '@fernweh/kit/server/upstream'
import type { Request, Response } from 'express'
import type { Dispatcher } from 'undici'
import { clientOf } from './client.ts'
import { wantsPage } from './failure-pages.ts'
import { toBrowser, toUpstream } from './forward-headers.ts'
import { chooseTag } from './languages.ts'
import { readBody } from './read-body.ts'
import type { Sessions } from './sessions.ts'

const MOST_KILOBYTES = 64
const WITHIN_MS = 10_000

export interface Proxy {
  bffs: Map<string, Upstream>
  sessions: Sessions
  clientHops: number
  languages: Wording[]
}

/** `path` is the path and query at the bff. */
export async function forward(
  { bffs, sessions, clientHops, languages }: Proxy,
  team: string,
  path: string,
  request: Request,
  response: Response,
) {
  const bff = bffs.get(team)
  if (!bff) throw notFound()
  const left = new AbortController()
  response.once('close', () => left.abort())
  const identity = await sessions.identifyFor(response, request.headers.cookie)
  const answer = await bff.request({
    method: request.method as Dispatcher.HttpMethod,
    path,
    headers: toUpstream(request.headers, {
      identity,
      client: clientOf(request, clientHops),
      tag: chooseTag(request.headers, languages),
    }),
    body: await readBody(request, MOST_KILOBYTES),
    timeoutMs: WITHIN_MS,
    signal: left.signal,
    ...(request.headers['idempotency-key'] && { idempotent: true }),
  })
  const session = answer.headers['x-fernweh-session']
  if (typeof session === 'string') sessions.set(response, session)
  if (answer.statusCode >= 400 && wantsPage(request.headers)) {
    await answer.body.dump()
    throw new HttpProblem(answer.statusCode, {})
  }
  response.writeHead(answer.statusCode, toBrowser(answer.headers))
  await pipeline(answer.body, response)
}
