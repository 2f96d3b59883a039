import type { Wording } from '@fernweh/contracts/browser/languages'
import type { Life } from '@fernweh/kit/server/lifecycle'
import { HttpProblem, invalid, notFound } from '@fernweh/kit/server/problem'
import type { Upstream } from '@fernweh/kit/server/upstream'
import type { Express, Request, RequestHandler, Response } from 'express'
import { type Asset, type Assets, Tampered } from './assets.ts'
import { clientOf } from './client.ts'
import { composePage } from './compose.ts'
import { answerPages } from './failure-pages.ts'
import { toUpstream } from './forward-headers.ts'
import { serveHooks } from './hooks.ts'
import { chooseLanguage, chooseTag } from './languages.ts'
import { nothingHere, notRightNow, offline, writeOwnPage } from './own-page.ts'
import { matchPage } from './pages.ts'
import type { Pictures } from './pictures.ts'
import { forward } from './proxy.ts'
import type { Releases } from './releases.ts'
import { sameOrigin } from './same-origin.ts'
import { serveWorker } from './service-worker.ts'
import type { Sessions } from './sessions.ts'
import { limitWrites } from './write-limit.ts'

export interface Door {
  origin: string
  bffs: Map<string, Upstream>
  assets: Assets
  pictures: Pictures
  releases: Releases
  sessions: Sessions
  /** Services that third parties' servers call, by the name in the path. */
  hooks: Map<string, Upstream>
  /** Other origins that the answer to a form may lead to. */
  formTargets: string[]
  /** That can be chosen. */
  languages: Wording[]
  /** Trusted proxies before this door. */
  clientHops: number
  writesPerMinute: number
  life: Life
}

export function serveDoor(app: Express, door: Door): void {
  app.use(onlyPaths)
  app.get('/assets/{*file}', (request, response) => serveAsset(door, request, response))
  app.get('/pictures/{*file}', (request, response) => door.pictures.serve(request, response))
  app.get('/service-worker.js', (_request, response) => serveWorker(door, response))
  serveHooks(app, door.hooks)
  app.use(['/api', '/part', '/language'], sameOrigin(door.origin))
  app.use(['/api', '/language'], limitWrites({ perMinute: door.writesPerMinute, clientHops: door.clientHops }))
  app.all('/api/:team/{*path}', (request, response) => {
    const { team } = request.params
    return forward(door, team, request.url.replace(`/api/${team}`, '/api'), request, response)
  })
  app.get('/part/:team/:part', (request, response) => {
    const { team, part } = request.params
    request.headers.accept = 'application/json'
    const query = request.url.slice(request.path.length)
    return forward(door, team, `/parts/${encodeURIComponent(part)}${query}`, request, response)
  })
  app.post('/language', (request, response) => chooseLanguage(door.languages, request, response))
  app.all(['/api{/*path}', '/part{/*path}', '/live{/*path}', '/ops{/*path}'], () => {
    throw notFound()
  })
  app.use((request, response) => servePage(door, request, response))
  app.use(answerPages(door))
}

/** A part reads no longer one. */
const LONGEST_URL = 2000

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

async function serveAsset({ assets, life }: Door, { path, headers }: Request, response: Response) {
  const asset = await assets.get(path).catch((error) => {
    life.log.error({ err: error }, 'asset not served')
    throw new HttpProblem(error instanceof Tampered ? 500 : 404, { refused: 'not-served' })
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

async function servePage(door: Door, request: Request, response: Response) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new HttpProblem(405, { refused: 'method-not-allowed' })
  const live = door.releases.live()
  const tag = chooseTag(request.headers, door.languages)
  const own = { ...door, live, tag, url: request.url }
  if (!live) return writeOwnPage(response, notRightNow(request.url), own)
  if (request.path === '/offline') return writeOwnPage(response, offline, own)
  const match = request.url.length > LONGEST_URL ? null : matchPage(live.pages, request.path)
  if (!match) return writeOwnPage(response, nothingHere, own)
  const headers = await tellBffs(door, request, response, tag)
  const result = await composePage({ ...door, tag, onMissing }, { live, match, url: request.url, headers }, response)
  if (result === 'no-main' && !response.destroyed) await writeOwnPage(response, notRightNow(request.url), own)

  function onMissing(part: string, error: unknown) {
    door.life.log.warn({ part, err: error }, 'part left out')
  }
}

/** With accounts down, pages are shown as to nobody; the cookie stays. */
async function tellBffs(
  { sessions, clientHops, life }: Door,
  request: Request,
  response: Response,
  tag: string,
): Promise<Record<string, string>> {
  const identity = await sessions.identifyFor(response, request.headers.cookie).catch((error) => {
    life.log.warn({ err: error }, 'nobody can say who this is')
    return null
  })
  const asker = { identity, client: clientOf(request, clientHops), tag }
  return { accept: 'text/html', ...(toUpstream({}, asker) as Record<string, string>) }
}
