import type { UiLanguage } from '@fernweh/contracts/browser/languages'
import { HttpProblem, invalid, notFound } from '@fernweh/kit/server/http/problem'
import type { Upstream } from '@fernweh/kit/server/http/upstream'
import type { ProcessContext } from '@fernweh/kit/server/process/lifecycle'
import type { Express, Request, RequestHandler, Response } from 'express'
import { clientOf } from './access/client-address.ts'
import { sameOrigin } from './access/same-origin.ts'
import type { Sessions } from './access/sessions.ts'
import { limitWrites } from './access/write-limit.ts'
import { composePage } from './pages/compose.ts'
import { answerPages } from './pages/error-pages.ts'
import { negotiateLocale, setLanguage } from './pages/languages.ts'
import { matchPage } from './pages/page-routes.ts'
import { notFoundPage, offlinePage, unavailablePage, writeStatusPage } from './pages/status-page.ts'
import { toUpstreamHeaders } from './proxy/headers.ts'
import type { PictureCache } from './proxy/picture-cache.ts'
import { proxyRequest } from './proxy/proxy.ts'
import { serveWebhooks } from './proxy/webhooks.ts'
import type { Releases } from './releases/active-releases.ts'
import { type Asset, type Assets, TamperedAsset } from './releases/assets.ts'
import { serveWorker } from './releases/service-worker.ts'

export interface GatewayDeps {
  origin: string
  bffs: Map<string, Upstream>
  assets: Assets
  pictures: PictureCache
  releases: Releases
  sessions: Sessions
  /** Services that third parties' servers call, by the name in the path. */
  hooks: Map<string, Upstream>
  /** Other origins that the answer to a form may lead to. */
  formTargets: string[]
  /** That can be chosen. */
  languages: UiLanguage[]
  /** Trusted proxies before this door. */
  clientHops: number
  writesPerMinute: number
  context: ProcessContext
}

export function serveGateway(app: Express, door: GatewayDeps): void {
  app.use(onlyPaths)
  app.get('/assets/{*file}', (request, response) => serveAsset(door, request, response))
  app.get('/pictures/{*file}', (request, response) => door.pictures.serve(request, response))
  app.get('/service-worker.js', (_request, response) => serveWorker(door, response))
  serveWebhooks(app, door.hooks)
  app.use(['/api', '/fragment', '/language'], sameOrigin(door.origin))
  app.use(['/api', '/language'], limitWrites({ perMinute: door.writesPerMinute, clientHops: door.clientHops }))
  app.all('/api/:team/{*path}', (request, response) => {
    const { team } = request.params
    return proxyRequest(door, team, request.url.replace(`/api/${team}`, '/api'), request, response)
  })
  app.get('/fragment/:team/:fragment', (request, response) => {
    const { team, fragment } = request.params
    request.headers.accept = 'application/json'
    const query = request.url.slice(request.path.length)
    return proxyRequest(door, team, `/fragments/${encodeURIComponent(fragment)}${query}`, request, response)
  })
  app.post('/language', (request, response) => setLanguage(door.languages, request, response))
  app.all(['/api{/*path}', '/fragment{/*path}', '/live{/*path}', '/ops{/*path}'], () => {
    throw notFound()
  })
  app.use((request, response) => servePage(door, request, response))
  app.use(answerPages(door))
}

/** A fragment reads no longer one. */
const MAX_URL = 2000

/** A request line may also name another scheme or host, which leads nowhere behind this door. */
const onlyPaths: RequestHandler = (request, _response, next) => {
  if (!request.url.startsWith('/')) throw invalid({ field: 'url', problem: 'not a path' })
  next()
}

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  webmanifest: 'application/manifest+json',
  speculationrules: 'application/speculationrules+json',
}

async function serveAsset({ assets, context }: GatewayDeps, { path, headers }: Request, response: Response) {
  const asset = await assets.get(path).catch((error) => {
    context.log.error({ err: error }, 'asset not served')
    throw new HttpProblem(error instanceof TamperedAsset ? 500 : 404, { refused: 'not-served' })
  })
  if (!asset) throw notFound()
  const brotli = /\bbr\b/.test(String(headers['accept-encoding'])) ? asset.brotli : null
  response.set({
    'content-type': types[path.split('.').pop() ?? ''] ?? 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    ...(brotli && { 'content-encoding': 'br' }),
  })
  response.end(toBody(asset, brotli))
}

const toBody = ({ raw }: Asset, brotli: Buffer | null) => brotli ?? raw

async function servePage(door: GatewayDeps, request: Request, response: Response) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new HttpProblem(405, { refused: 'method-not-allowed' })
  const live = door.releases.active()
  const tag = negotiateLocale(request.headers, door.languages)
  const own = { ...door, live, tag, url: request.url }
  if (!live) return writeStatusPage(response, unavailablePage(request.url), own)
  if (request.path === '/offline') return writeStatusPage(response, offlinePage, own)
  const match = request.url.length > MAX_URL ? null : matchPage(live.pages, request.path)
  if (!match) return writeStatusPage(response, notFoundPage, own)
  const headers = await tellBffs(door, request, response, tag)
  const result = await composePage(
    { ...door, tag, onMissing },
    { releases: live, match, url: request.url, headers },
    response,
  )
  if (result === 'no-main' && !response.destroyed) await writeStatusPage(response, unavailablePage(request.url), own)

  function onMissing(fragment: string, error: unknown) {
    door.context.log.warn({ fragment, err: error }, 'fragment left out')
  }
}

/** With accounts down, pages are shown as to nobody; the cookie stays. */
async function tellBffs(
  { sessions, clientHops, context }: GatewayDeps,
  request: Request,
  response: Response,
  tag: string,
): Promise<Record<string, string>> {
  const identity = await sessions.identifyFor(response, request.headers.cookie).catch((error) => {
    context.log.warn({ err: error }, 'nobody can say who this is')
    return null
  })
  const asker = { identity, client: clientOf(request, clientHops), tag }
  return { accept: 'text/html', ...(toUpstreamHeaders({}, asker) as Record<string, string>) }
}
