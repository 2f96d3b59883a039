import { afterAll, beforeEach, expect, test, vi } from 'vitest'

/** A fake browser: caches, network, and the events it sends to a worker. */
const origin = 'https://fernweh.example'
const handlers: Record<string, (event: object) => void> = {}
let caches: Map<string, Map<string, Response>>
let network: ((path: string) => Response) | null

type RequestLike = string | { url: string }
const toPath = (request: RequestLike) => new URL(typeof request === 'string' ? request : request.url, origin).pathname
async function fetchFake(request: RequestLike) {
  if (!network) throw new TypeError('Failed to fetch')
  return network(toPath(request))
}
const cacheOf = (entries: Map<string, Response>) => ({
  match: async (url: string) => entries.get(toPath(url))?.clone(),
  put: async (url: string, response: Response) => void entries.set(toPath(url), response),
  addAll: async (urls: string[]) => {
    for (const url of urls) entries.set(toPath(url), await fetchFake(url))
  },
})

beforeEach(async () => {
  vi.resetModules()
  caches = new Map()
  network = (path) => page(path)
  vi.stubGlobal('location', new URL(`${origin}/service-worker.js`))
  vi.stubGlobal('fetch', fetchFake)
  vi.stubGlobal('addEventListener', (type: string, handler: (event: object) => void) => {
    handlers[type] = handler
  })
  vi.stubGlobal('skipWaiting', async () => {})
  vi.stubGlobal('caches', {
    open: async (name: string) => cacheOf(caches.get(name) ?? caches.set(name, new Map()).get(name) ?? new Map()),
    has: async (name: string) => caches.has(name),
    delete: async (name: string) => caches.delete(name),
    keys: async () => [...caches.keys()],
    match: async (url: string) => [...caches.values()].flatMap((entries) => entries.get(toPath(url)) ?? [])[0]?.clone(),
  })
  await import('./main.ts')
  await send('install')
})
afterAll(() => {
  vi.unstubAllGlobals()
})

function page(path: string, text = 'fresh') {
  const kept = path === '/offline' ? '<nav hidden><ul><!-- kept --></ul></nav>' : text
  const headers = { 'content-language': 'en' }
  return new Response(`<title>Page ${path} · Fernweh</title>${kept}`, { headers })
}

/** Resolves when all work passed to `waitUntil` is done. */
async function send(type: string, event: object = {}) {
  const works: Promise<unknown>[] = []
  handlers[type]?.({ ...event, waitUntil: (work: Promise<unknown>) => works.push(work) })
  await Promise.all(works)
}

async function open(path: string, destination = 'document') {
  const works: Promise<unknown>[] = []
  let answer: Promise<Response> | undefined
  const mode = destination === 'document' ? 'navigate' : 'no-cors'
  handlers.fetch?.({
    request: { url: `${origin}${path}`, mode, destination, method: 'GET' },
    preloadResponse: mode === 'navigate' && network ? fetchFake(path) : Promise.resolve(undefined),
    waitUntil: (work: Promise<unknown>) => works.push(work),
    respondWith: (response: Promise<Response>) => {
      answer = response
    },
  })
  const response = await answer
  await Promise.all(works)
  return response
}

const textOf = async (response: Response | undefined) => response?.text()

test('shows visited tickets and bookings offline', async () => {
  for (const path of ['/tickets/FW-1', '/bookings/b1']) await open(path)
  network = null
  expect(await textOf(await open('/tickets/FW-1'))).toContain('fresh')
  expect(await textOf(await open('/bookings/b1'))).toContain('fresh')
})

test.each(['/', '/bookings', '/account', '/e/7', '/tickets/FW-1/more'])('does not keep %s', async (path) => {
  await open(path)
  network = null
  expect(await textOf(await open(path))).toContain('<title>Page /offline')
  expect([...caches.keys()]).toEqual(['/offline'])
})

test('prefers the network’s response over a kept page, even an error', async () => {
  await open('/tickets/FW-1')
  network = (path) => page(path, 'newer')
  expect(await textOf(await open('/tickets/FW-1'))).toContain('newer')
  network = () => new Response('down', { status: 503 })
  expect((await open('/tickets/FW-1'))?.status).toBe(503)
})

test.each([
  ['not found any more', () => new Response('', { status: 404 })],
  // A navigation sees a redirect to the sign-in page like this.
  ['not accessible to the current user', () => ({ status: 0, ok: false, type: 'opaqueredirect' }) as Response],
])('deletes a kept page that is %s', async (_what, answer) => {
  await open('/tickets/FW-1')
  network = answer
  await open('/tickets/FW-1')
  network = null
  expect(await textOf(await open('/tickets/FW-1'))).toContain('<title>Page /offline')
})

test('keeps pages while the server answers with errors', async () => {
  await open('/tickets/FW-1')
  network = () => new Response('', { status: 503 })
  await open('/tickets/FW-1')
  network = null
  expect(await textOf(await open('/tickets/FW-1'))).toContain('fresh')
})

test('does not replace a kept page by one that shows a form’s outcome', async () => {
  await open('/bookings/b1')
  network = (path) => page(path, 'refused')
  await open('/bookings/b1?refused=session-full')
  network = null
  expect(await textOf(await open('/bookings/b1'))).toContain('fresh')
})

test('keeps twelve pages and evicts the least recently visited one', async () => {
  for (let nth = 1; nth <= 12; nth++) await open(`/tickets/FW-${nth}`)
  await open('/tickets/FW-1')
  await open('/tickets/FW-13')
  const kept = [...caches.keys()].filter((name) => name.startsWith('kept '))
  expect(kept).toHaveLength(12)
  expect(kept).toContain('kept /tickets/FW-1')
  expect(kept).not.toContain('kept /tickets/FW-2')
})

test('the offline page lists kept pages, newest first', async () => {
  for (const path of ['/tickets/FW-1', '/bookings/b1']) await open(path)
  network = null
  expect(await textOf(await open('/find'))).toContain(
    '<nav><ul><li><a href="/bookings/b1">Page /bookings/b1</a></li><li><a href="/tickets/FW-1">Page /tickets/FW-1</a></li></ul></nav>',
  )
})

test('the offline page says when a kept ticket is for, and still as text', async () => {
  const head =
    '<title>Ticket FW-1 · Fernweh</title><meta name="description" content="Tiles &lt;b&gt;: 14 March 2030, 18:30">'
  network = () => new Response(head, { headers: { 'content-language': 'en' } })
  await open('/tickets/FW-1')
  network = null
  expect(await textOf(await open('/find'))).toContain(
    '<li><a href="/tickets/FW-1">Ticket FW-1</a><br>Tiles &lt;b&gt;: 14 March 2030, 18:30</li>',
  )
})

test('keeps the tickets that a page leads to, without a visit, each fetched once', async () => {
  const requested: string[] = []
  network = (path) => {
    requested.push(path)
    return page(path)
  }
  const tickets = ['/tickets/FW-1', '/tickets/FW-2', '/account']
  const opened = { source: { url: `${origin}/bookings` }, data: { language: 'en-GB', files: [], tickets } }
  await send('message', opened)
  await send('message', opened)
  expect(requested.sort()).toEqual(['/tickets/FW-1', '/tickets/FW-2'])
  network = null
  expect(await textOf(await open('/tickets/FW-2'))).toContain('fresh')
  expect(await textOf(await open('/account'))).toContain('<title>Page /offline')
})

test('keeps no more than six tickets of a page, the first of them', async () => {
  const tickets = Array.from({ length: 9 }, (_, nth) => `/tickets/FW-${nth + 1}`)
  await send('message', { source: { url: `${origin}/bookings` }, data: { language: 'en', files: [], tickets } })
  const kept = [...caches.keys()].filter((name) => name.startsWith('kept '))
  expect(kept.sort()).toEqual(tickets.slice(0, 6).map((path) => `kept ${path}`))
})

test('keeps pictures and fonts of a kept page, but no scripts and nothing of other origins', async () => {
  const files = [
    '/pictures/p1/640.avif',
    '/assets/shell/a.woff2',
    '/assets/shell/main.js',
    'https://elsewhere.example/pictures/p/1.avif',
  ]
  await send('message', { source: { url: `${origin}/tickets/FW-1` }, data: { language: 'en-GB', files } })
  expect([...(caches.get('kept /tickets/FW-1')?.keys() ?? [])]).toEqual([
    '/tickets/FW-1',
    '/pictures/p1/640.avif',
    '/assets/shell/a.woff2',
  ])
  network = null
  expect((await open('/pictures/p1/640.avif', 'image'))?.ok).toBe(true)
  expect(await open('/assets/shell/main.js', 'script')).toBeUndefined()
})

test('fetches the offline page again when the language changes', async () => {
  const requested: string[] = []
  network = (path) => {
    requested.push(path)
    return page(path)
  }
  await send('message', { source: { url: `${origin}/` }, data: { language: 'en-GB', files: [] } })
  expect(requested).toEqual([])
  await send('message', { source: { url: `${origin}/` }, data: { language: 'de-AT', files: [] } })
  expect(requested).toEqual(['/offline'])
})
