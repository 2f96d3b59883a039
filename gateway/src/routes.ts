/** Every route of the gateway, in the order in which a request meets them. */
import { operatorRoute } from '@fernweh/kit/server/http/http'
import { notFound } from '@fernweh/kit/server/http/problem'
import type { Upstream } from '@fernweh/kit/server/http/upstream'
import type { Express } from 'express'
import { limitWrites } from './access/limits.ts'
import { onlyPaths } from './access/only-paths.ts'
import { redirectToOwnName } from './access/own-name.ts'
import { sameOrigin } from './access/same-origin.ts'
import { handlePageErrors } from './pages/error-pages.ts'
import { setLanguage } from './pages/languages.ts'
import { type PageDeps, servePage } from './pages/serve-page.ts'
import type { PictureCache } from './proxy/picture-cache.ts'
import { serveBffs } from './proxy/proxy.ts'
import { serveWebhooks } from './proxy/webhooks.ts'
import type { ActiveReleases } from './releases/active-releases.ts'
import { serveAsset } from './releases/serve-asset.ts'
import { serveWorker } from './releases/service-worker.ts'
import { serveSiteFiles } from './site/site-files.ts'

export interface GatewayDeps extends PageDeps {
  pictures: PictureCache
  webhooks: Map<string, Upstream>
  writesPerMinute: number
}

export function serveGateway(app: Express, deps: GatewayDeps): void {
  app.use(onlyPaths)
  app.get('/assets/{*file}', (request, response) => serveAsset(deps, request, response))
  app.get('/pictures/{*file}', (request, response) => deps.pictures.serve(request, response))
  app.get('/service-worker.js', (_request, response) => serveWorker(deps, response))
  serveSiteFiles(app, deps)
  serveWebhooks(app, deps.webhooks)
  app.use(['/api', '/fragment', '/language'], sameOrigin(deps.origin))
  app.use(['/api', '/language'], limitWrites({ perMinute: deps.writesPerMinute, clientHops: deps.clientHops }))
  serveBffs(app, deps)
  operatorRoute(app, 'GET /ops/releases', () => ({ releases: releaseNames(deps.releases.active()) }))
  app.post('/language', (request, response) => setLanguage(deps.languages, request, response))
  app.all(['/api{/*path}', '/fragment{/*path}', '/live{/*path}', '/ops{/*path}'], () => {
    throw notFound()
  })
  app.use(redirectToOwnName(deps.origin))
  app.use((request, response) => servePage(deps, request, response))
  app.use(handlePageErrors(deps))
}

function releaseNames(active: ActiveReleases | undefined): Record<string, string> {
  const records = active ? [active.shell, ...active.remotes.values()] : []
  return Object.fromEntries(records.map(({ name, release }) => [name, release]))
}
