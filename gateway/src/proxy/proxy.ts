/** `/api/<team>/…` and `/fragment/<team>/<Fragment>` go to that team's bff, with the session turned into an identity. */
import { pipeline } from 'node:stream/promises'
import type { UiLanguage } from '@fernweh/contracts/browser/languages'
import { HttpProblem, notFound } from '@fernweh/kit/server/http/problem'
import type { Upstream } from '@fernweh/kit/server/http/upstream'
import type { Request, Response } from 'express'
import type { Dispatcher } from 'undici'
import { clientOf } from '../access/client-address.ts'
import type { Sessions } from '../access/sessions.ts'
import { wantsPage } from '../pages/error-pages.ts'
import { negotiateLocale } from '../pages/languages.ts'
import { toBrowserHeaders, toUpstreamHeaders } from './headers.ts'
import { readBody } from './read-body.ts'

const MAX_KILOBYTES = 64
const TIMEOUT_MS = 10_000

export interface Proxy {
  bffs: Map<string, Upstream>
  sessions: Sessions
  clientHops: number
  languages: UiLanguage[]
}

/** `path` is the path and query at the bff. */
export async function proxyRequest(
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
    headers: toUpstreamHeaders(request.headers, {
      identity,
      client: clientOf(request, clientHops),
      tag: negotiateLocale(request.headers, languages),
    }),
    body: await readBody(request, MAX_KILOBYTES),
    timeoutMs: TIMEOUT_MS,
    signal: left.signal,
    ...(request.headers['idempotency-key'] && { idempotent: true }),
  })
  const session = answer.headers['x-fernweh-session']
  if (typeof session === 'string') sessions.set(response, session)
  if (answer.statusCode >= 400 && wantsPage(request.headers)) {
    await answer.body.dump()
    throw new HttpProblem(answer.statusCode, {})
  }
  response.writeHead(answer.statusCode, toBrowserHeaders(answer.headers))
  await pipeline(answer.body, response)
}
