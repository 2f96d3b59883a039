/** What search engines ask for first: which addresses they may open, and which there are. */
import { HttpProblem, notFound } from '@fernweh/kit/server/http/problem'
import type { Express } from 'express'
import type { Bffs } from '../proxy/bffs.ts'

/** The team whose bff knows the addresses of everything that can be found. */
const SITEMAP_TEAM = 'search'
const SITEMAP_TIMEOUT_MS = 20_000
const CACHED = 'public, max-age=3600'

export interface SiteFilesDeps {
  origin: string
  bffs: Bffs
}

export function serveSiteFiles(app: Express, { origin, bffs }: SiteFilesDeps): void {
  app.get('/robots.txt', (_request, response) => {
    response.set('cache-control', CACHED).type('text').send(toRobots(origin))
  })
  app.get(/^\/sitemap(-\d{1,4})?\.xml$/, async (request, response) => {
    const bff = bffs.get(SITEMAP_TEAM)
    if (!bff) throw notFound()
    const answer = await bff.request({
      method: 'GET',
      path: `/api${request.path}`,
      headers: {},
      timeoutMs: SITEMAP_TIMEOUT_MS,
    })
    const text = await answer.body.text()
    if (answer.statusCode !== 200) throw new HttpProblem(answer.statusCode, {})
    response.set('cache-control', CACHED).type('xml').send(text)
  })
}

const toRobots = (origin: string) =>
  [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /fragment/',
    'Disallow: /live/',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n')
