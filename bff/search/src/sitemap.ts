/** The addresses of everything that can be found (sitemaps.org): one file of at most 50,000, or an index of several. */
import { listExperiences } from '@fernweh/contracts/api/search'
import { notFound } from '@fernweh/kit/server/http/problem'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import escapeHtml from 'escape-html'
import type { Router } from 'express'
import type { SearchDeps } from './deps.ts'

/** In the first file, before the experiences. */
const PAGES = ['/', '/find']
const MAX_ADDRESSES = 50_000
const PER_FILE = MAX_ADDRESSES - PAGES.length
const FILE = /^\/sitemap(?:-(\d{1,4}))?\.xml$/

export function serveSitemap(api: Router, { search, origin }: Pick<SearchDeps, 'search' | 'origin'>): void {
  api.get(FILE, async (request, response) => {
    const [, file] = FILE.exec(request.path) ?? []
    const page = Number(file ?? 1)
    const query = { page, limit: PER_FILE }
    const { pages, experienceIds } = page < 1 ? notThere() : await callOperation(search, listExperiences, { query })
    if (file && page > pages) throw notFound()
    const isIndex = !file && pages > 1
    response.type('xml').send(isIndex ? toIndex(pages, origin) : toFile(page, experienceIds, origin))
  })
}

function notThere(): never {
  throw notFound()
}

const toIndex = (pages: number, origin: string) =>
  toXml(
    'sitemapindex',
    'sitemap',
    Array.from({ length: pages }, (_, at) => `${origin}/sitemap-${at + 1}.xml`),
  )

function toFile(page: number, experienceIds: string[], origin: string): string {
  const paths = [...(page === 1 ? PAGES : []), ...experienceIds.map((id) => `/e/${id}`)]
  return toXml(
    'urlset',
    'url',
    paths.map((path) => origin + path),
  )
}

/** The five characters that `escapeHtml` escapes are the five that XML reserves. */
export function toXml(list: string, item: string, addresses: string[]): string {
  const items = addresses.map((address) => `<${item}><loc>${escapeHtml(address)}</loc></${item}>\n`).join('')
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${list} xmlns="${namespace}">\n${items}</${list}>\n`
}
