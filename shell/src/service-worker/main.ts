/**
 * Asks the network for everything. Only where that does not answer, it shows what was kept: tickets and bookings that were
 * visited, and for all other pages one that says so. What is kept goes with the session: the door clears it (Clear-Site-Data).
 */
import { forgetPage, isKept, keepFiles, keepPage, listPages, readPage } from './kept-pages.ts'

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Lasting {
  request: Request
  preloadResponse: Promise<Response | undefined>
  respondWith(response: Promise<Response>): void
}
interface Told extends Lasting {
  source: { url: string } | null
  data: PageOpened
}
interface Worker {
  addEventListener(type: 'install' | 'activate', handler: (event: Lasting) => void): void
  addEventListener(type: 'fetch', handler: (event: Fetching) => void): void
  addEventListener(type: 'message', handler: (event: Told) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  registration: { navigationPreload?: { enable(): Promise<void> } }
}

/** Told by every page once it is at rest. */
export interface PageOpened {
  /** Of the page, as BCP 47. */
  language: string
  /** What it has loaded. */
  files: string[]
}

const OFFLINE = '/offline'
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
  if (mode === 'navigate') event.respondWith(visit(event))
  else if (destination === 'image' || destination === 'font') event.respondWith(load(event.request))
})
worker.addEventListener('message', (event) => {
  if (event.source) event.waitUntil(noteOpened(new URL(event.source.url), event.data))
})

async function visit(event: Fetching): Promise<Response> {
  const { pathname, search } = new URL(event.request.url)
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request))
    if (isKept(pathname) && response.status < 500)
      event.waitUntil(takeNote(pathname, search, response.ok ? response.clone() : null))
    return response
  } catch {
    return (await readPage(pathname)) ?? (await showOffline()) ?? Response.error()
  }
}

/**
 * An address with a query says what became of a form: that is no page to keep. What is not there any more, or not for whoever is
 * signed in now, is forgotten; a server in trouble says neither.
 */
async function takeNote(path: string, search: string, page: Response | null) {
  if (!page) await forgetPage(path)
  else if (!search) await keepPage(path, page)
}

async function load(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match(request.url)) ?? Response.error()
  }
}

/** A page that was opened before there was a worker is asked for again. */
async function noteOpened({ pathname, href }: URL, { language, files }: PageOpened) {
  const offline = await readOffline()
  if (!language.startsWith(offline?.headers.get('content-language') ?? '-')) await fetchOffline()
  if (!isKept(pathname)) return
  if (!(await readPage(pathname))) {
    const page = await fetch(href, { headers: { accept: 'text/html' } })
    if (!page.ok || page.redirected) return
    await keepPage(pathname, page)
  }
  await keepFiles(pathname, files)
}

async function fetchOffline() {
  const page = await fetch(OFFLINE, { headers: { accept: 'text/html' } })
  if (page.ok) await (await caches.open(OFFLINE)).put(OFFLINE, page)
}

const readOffline = async () => (await caches.open(OFFLINE)).match(OFFLINE)

async function showOffline(): Promise<Response | undefined> {
  const page = await readOffline()
  if (!page) return undefined
  const links = (await listPages()).map(({ path, title }) => `<li><a href="${path}">${title}</a></li>`)
  const html = await page.text()
  const told =
    links.length > 0 ? html.replace('<nav hidden', '<nav').replace('<!-- kept -->', () => links.join('')) : html
  return new Response(told, { headers: page.headers })
}
