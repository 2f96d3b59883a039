/** Pages kept for offline use, each in a cache of its own with its pictures and fonts. */

/** Needed at an entrance without a connection: a ticket, and the booking it belongs to. */
const KEPT = /^\/(tickets|bookings)\/[^/]+$/
const PREFIX = 'kept '
const MAX_PAGES = 12
const MAX_FILES = 12
const FILE = /^\/(pictures|assets)\/.+\.(avif|webp|woff2|svg)$/

export interface KeptPage {
  path: string
  title: string
  /** Its date and reference; empty when it says none. */
  description: string
}

export const isKept = (path: string) => KEPT.test(path)

/** Evicts the page that was kept the longest ago. */
export async function keepPage(path: string, response: Response): Promise<void> {
  const { status, headers } = response
  const copy = new Response(await response.blob(), { status, headers })
  await forgetPage(path)
  await (await caches.open(PREFIX + path)).put(path, copy)
  const names = await cacheNames()
  await Promise.all(names.slice(0, -MAX_PAGES).map((name) => caches.delete(name)))
}

export const forgetPage = (path: string) => caches.delete(PREFIX + path)

export async function readPage(path: string): Promise<Response | undefined> {
  if (!(await caches.has(PREFIX + path))) return undefined
  return (await caches.open(PREFIX + path)).match(path)
}

/** Keeps files the page has loaded, so they come from the browser's HTTP cache. */
export async function keepFiles(path: string, urls: string[]): Promise<void> {
  const cache = await caches.open(PREFIX + path)
  const wanted = urls.filter((url) => {
    const { origin, pathname } = new URL(url, location.href)
    return origin === location.origin && FILE.test(pathname)
  })
  await cache.addAll(wanted.slice(0, MAX_FILES))
}

/** Newest first. */
export async function listPages(): Promise<KeptPage[]> {
  const paths = (await cacheNames()).map((name) => name.slice(PREFIX.length))
  const pages = await Promise.all(paths.reverse().map(async (path) => ({ path, page: await readPage(path) })))
  return Promise.all(
    pages.flatMap(({ path, page }) =>
      page
        ? [page.text().then((html) => ({ path, title: titleOf(html) || path, description: descriptionOf(html) }))]
        : [],
    ),
  )
}

async function cacheNames(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX))
}

/** Both stay HTML-escaped. */
const descriptionOf = (html: string) => /<meta name="description" content="([^"]*)">/.exec(html)?.[1] ?? ''

function titleOf(html: string): string {
  return (/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '').replace(/ · Fernweh$/, '')
}
