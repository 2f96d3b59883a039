/**
 * Network first. When the network does not answer, visited tickets and bookings are shown from the cache, and an offline page for
 * all others. The gateway clears the cache when a session ends (Clear-Site-Data).
 */
import { forgetPage, isKept, keepFiles, keepPage, listPages, readPage } from './kept-pages.ts'

interface ExtendableEventLike extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEventLike extends ExtendableEventLike {
  request: Request
  preloadResponse: Promise<Response | undefined>
  respondWith(response: Promise<Response>): void
}
interface MessageEventLike extends ExtendableEventLike {
  source: { url: string } | null
  data: PageOpened
}
interface Worker {
  addEventListener(type: 'install' | 'activate', handler: (event: ExtendableEventLike) => void): void
  addEventListener(type: 'fetch', handler: (event: FetchEventLike) => void): void
  addEventListener(type: 'message', handler: (event: MessageEventLike) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  registration: { navigationPreload?: { enable(): Promise<void> } }
}

/** Sent by every page once it is idle, and when a booking on it is confirmed. */
export interface PageOpened {
  /** The page's language as a BCP 47 tag. */
  language: string
  /** URLs the page has loaded. */
  files: string[]
  /** Paths of the tickets it leads to, the soonest first. Pages of an older release do not say. */
  tickets?: string[]
}

const OFFLINE = '/offline'
/** Of one page; other kept pages stay. */
const MAX_TICKETS = 6
const worker = globalThis as unknown as Worker

worker.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([fetchOffline(), worker.skipWaiting()]))
})
worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([worker.registration.navigationPreload?.enable(), worker.clients.claim()]))
})
worker.addEventListener('fetch', (event) => {
  const { mode, destination, method } = event.request
  if (method !== 'GET') return
  if (mode === 'navigate') event.respondWith(loadPage(event))
  else if (destination === 'image' || destination === 'font') event.respondWith(loadFile(event.request))
})
worker.addEventListener('message', (event) => {
  if (event.source) event.waitUntil(onPageOpened(new URL(event.source.url), event.data))
})

async function loadPage(event: FetchEventLike): Promise<Response> {
  const { pathname, search } = new URL(event.request.url)
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request))
    if (isKept(pathname) && response.status < 500)
      event.waitUntil(updateKeptPage(pathname, search, response.ok ? response.clone() : null))
    return response
  } catch {
    return (await readPage(pathname)) ?? (await showOffline()) ?? Response.error()
  }
}

/**
 * A URL with a query shows a form's outcome, so it is not kept. A page that is gone, or not accessible to the current user, is
 * deleted; server errors change nothing.
 */
async function updateKeptPage(path: string, search: string, page: Response | null) {
  if (!page) await forgetPage(path)
  else if (!search) await keepPage(path, page)
}

async function loadFile(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match(request.url)) ?? Response.error()
  }
}

/** Fetches a page again that was opened before the worker was active. */
async function onPageOpened({ pathname, href }: URL, { language, files, tickets = [] }: PageOpened) {
  const offline = await readOffline()
  if (!language.startsWith(offline?.headers.get('content-language') ?? '-')) await fetchOffline()
  for (const ticket of tickets.slice(0, MAX_TICKETS).reverse()) await fetchPage(ticket, ticket)
  if (await fetchPage(pathname, href)) await keepFiles(pathname, files)
}

/** False when the page cannot be kept. */
async function fetchPage(path: string, url: string): Promise<boolean> {
  if (!isKept(path)) return false
  if (await readPage(path)) return true
  const page = await fetch(url, { headers: { accept: 'text/html' } })
  if (!page.ok || page.redirected) return false
  await keepPage(path, page)
  return true
}

async function fetchOffline() {
  const page = await fetch(OFFLINE, { headers: { accept: 'text/html' } })
  if (page.ok) await (await caches.open(OFFLINE)).put(OFFLINE, page)
}

const readOffline = async () => (await caches.open(OFFLINE)).match(OFFLINE)

async function showOffline(): Promise<Response | undefined> {
  const page = await readOffline()
  if (!page) return undefined
  const links = (await listPages()).map(
    ({ path, title, description }) => `<li><a href="${path}">${title}</a>${description && `<br>${description}`}</li>`,
  )
  const html = await page.text()
  const listed =
    links.length > 0 ? html.replace('<nav hidden', '<nav').replace('<!-- kept -->', () => links.join('')) : html
  return new Response(listed, { headers: page.headers })
}
