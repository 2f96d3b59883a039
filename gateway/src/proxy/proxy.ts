/** `/api/<team>/…` and `/fragment/<team>/<Fragment>`: that team's bff answers, with the session turned into an identity. */
import { pipeline } from 'node:stream/promises'
import type { UiLanguage } from '@fernweh/contracts/browser/languages'
import { HttpProblem, notFound } from '@fernweh/kit/server/http/problem'
import type { Express, Request, Response } from 'express'
import type { Dispatcher } from 'undici'
import { clientAddressOf } from '../access/client-address.ts'
import type { Sessions } from '../access/sessions.ts'
import { wantsPage } from '../pages/error-pages.ts'
import { negotiateLocale } from '../pages/languages.ts'
import type { Bffs } from './bffs.ts'
import { toBrowserHeaders, toUpstreamHeaders } from './headers.ts'
import { readBody } from './read-body.ts'

const MAX_KILOBYTES = 64
const TIMEOUT_MS = 10_000

export interface ProxyDeps {
  bffs: Bffs
  sessions: Sessions
  clientHops: number
  languages: UiLanguage[]
}

export function serveBffs(app: Express, deps: ProxyDeps): void {
  app.all('/api/:team/{*path}', (request, response) => {
    const { team } = request.params
    return proxyRequest(deps, team, request.url.replace(`/api/${team}`, '/api'), request, response)
  })
  app.get('/fragment/:team/:fragment', (request, response) => {
    const { team, fragment } = request.params
    // As data only: visitors do not choose which server build renders.
    request.headers.accept = 'application/json'
    const query = request.url.slice(request.path.length)
    return proxyRequest(deps, team, `/fragments/${encodeURIComponent(fragment)}${query}`, request, response)
  })
}

async function proxyRequest(deps: ProxyDeps, team: string, pathAtBff: string, request: Request, response: Response) {
  const { bffs, sessions } = deps
  const bff = bffs.get(team)
  if (!bff) throw notFound()
  const abort = new AbortController()
  response.once('close', () => abort.abort())
  const identity = await sessions.identifyFor(response, request.headers.cookie)
  const answer = await bff.request({
    method: request.method as Dispatcher.HttpMethod,
    path: pathAtBff,
    headers: toUpstreamHeaders(request.headers, { identity, ...describeClient(deps, request) }),
    body: await readBody(request, MAX_KILOBYTES),
    timeoutMs: TIMEOUT_MS,
    signal: abort.signal,
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

/** A late fragment names its page in `url`. */
function describeClient({ clientHops, languages }: ProxyDeps, request: Request) {
  const { headers, query } = request
  const page = typeof query.url === 'string' ? query.url : request.url
  return { client: clientAddressOf(request, clientHops), tag: negotiateLocale({ headers, url: page }, languages) }
}
