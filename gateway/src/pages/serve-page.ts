import { HttpProblem } from '@fernweh/kit/server/http/problem'
import type { ProcessContext } from '@fernweh/kit/server/process/lifecycle'
import type { Request, Response } from 'express'
import { clientAddressOf } from '../access/client-address.ts'
import type { Sessions } from '../access/sessions.ts'
import type { Bffs } from '../proxy/bffs.ts'
import { toUpstreamHeaders } from '../proxy/headers.ts'
import type { ActiveReleases, Releases } from '../releases/active-releases.ts'
import { TEXT_FRAGMENT, type Texts } from '../site/texts.ts'
import { composePage } from './compose.ts'
import type { PageOptions } from './document.ts'
import { negotiateLocale } from './languages.ts'
import { matchPage, type PageMatch } from './page-routes.ts'
import { notFoundPage, offlinePage, unavailablePage, writeStatusPage } from './status-page.ts'

/** No fragment reads a longer one. */
const MAX_URL = 2000

export interface PageDeps extends PageOptions {
  bffs: Bffs
  releases: Releases
  sessions: Sessions
  texts: Texts
  clientHops: number
  context: ProcessContext
}

export async function servePage(deps: PageDeps, request: Request, response: Response) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new HttpProblem(405, { refused: 'method-not-allowed' })
  const { url, path } = request
  const releases = deps.releases.active()
  const tag = negotiateLocale(request, deps.languages)
  const statusContext = { ...deps, releases, tag, url }
  if (!releases) return writeStatusPage(response, unavailablePage(url), statusContext)
  if (path === '/offline') return writeStatusPage(response, offlinePage, statusContext)
  const text = deps.texts.find(path, tag)
  const match = url.length > MAX_URL ? null : ((text && toTextPage(releases, path)) ?? matchPage(releases.pages, path))
  if (!match) return writeStatusPage(response, notFoundPage, statusContext)
  const headers = await toFragmentHeaders(deps, request, response, tag)
  const onMissing = (fragment: string, error: unknown) =>
    deps.context.log.warn({ fragment, err: error }, 'fragment failed, slot left empty')
  const result = await composePage({ ...deps, tag, onMissing }, { releases, match, url, headers, main: text }, response)
  if (result === 'no-main' && !response.destroyed) await writeStatusPage(response, unavailablePage(url), statusContext)
}

function toTextPage({ shell }: ActiveReleases, path: string): PageMatch {
  return { page: { path, layout: 'simple', fragments: { main: TEXT_FRAGMENT, ...shell.frame } }, params: {} }
}

/** While accounts is down, pages are served as anonymous; the cookie stays. */
async function toFragmentHeaders(
  { sessions, clientHops, context }: PageDeps,
  request: Request,
  response: Response,
  tag: string,
): Promise<Record<string, string>> {
  const identity = await sessions.identifyFor(response, request.headers.cookie).catch((error) => {
    context.log.warn({ err: error }, 'accounts unreachable, page served as anonymous')
    return null
  })
  const client = clientAddressOf(request, clientHops)
  return { accept: 'text/html', ...(toUpstreamHeaders({}, { identity, client, tag }) as Record<string, string>) }
}
