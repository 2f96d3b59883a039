import { beforeEach, expect, test, vi } from 'vitest'

/** Stands for the browser: its caches, its network, and the events it sends to a worker. */
const origin = 'https://fernweh.example'
const handlers: Record<string, (event: object) => void> = {}
let caches: Map<string, Map<string, Response>>
let network: ((path: string) => Response) | null

type Asked = string | { url: string }
const toPath = (asked: Asked) => new URL(typeof asked === 'string' ? asked : asked.url, origin).pathname
async function ask(asked: Asked) {
  if (!network) throw new TypeError('Failed to fetch')
  return network(toPath(asked))
}
const cacheOf = (entries: Map<string, Response>) => ({
  match: async (asked: string) => entries.get(toPath(asked))?.clone(),
  put: async (asked: string, response: Response) => void entries.set(toPath(asked), response),
  addAll: async (urls: string[]) => {
    for (const url of urls) entries.set(toPath(url), await ask(url))
  },
})

beforeEach(async () => {
  vi.resetModules()
  caches = new Map()
  network = (path) => page(path)
  vi.stubGlobal('location', new URL(`${origin}/service-worker.js`))
  vi.stubGlobal('fetch', ask)
  vi.stubGlobal('addEventListener', (type: string, handler: (event: object) => void) => {
    handlers[type] = handler
  })
  vi.stubGlobal('skipWaiting', async () => {})
  vi.stubGlobal('caches', {
    open: async (name: string) => cacheOf(caches.get(name) ?? caches.set(name, new Map()).get(name) ?? new Map()),
    has: async (name: string) => caches.has(name),
    delete: async (name: string) => caches.delete(name),
    keys: async () => [...caches.keys()],
    match: async (asked: string) =>
      [...caches.values()].flatMap((entries) => entries.get(toPath(asked)) ?? [])[0]?.clone(),
  })
  await import('./main.ts')
  await send('install')
})

function page(path: string, text = 'fresh') {
  const kept = path === '/offline' ? '<nav hidden><ul><!-- kept --></ul></nav>' : text
  const headers = { 'content-language': 'en' }
  return new Response(`<title>Page ${path} · Fernweh</title>${kept}`, { headers })
}

/** Resolves when all the event asked to be waited for is done. */
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
    preloadResponse: mode === 'navigate' && network ? ask(path) : Promise.resolve(undefined),
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

test('a ticket and a booking that were visited are shown without a network', async () => {
  for (const path of ['/tickets/FW-1', '/bookings/b1']) await open(path)
  network = null
  expect(await textOf(await open('/tickets/FW-1'))).toContain('fresh')
  expect(await textOf(await open('/bookings/b1'))).toContain('fresh')
})

test.each(['/', '/bookings', '/account', '/e/7', '/tickets/FW-1/more'])('%s is not kept', async (path) => {
  await open(path)
  network = null
  expect(await textOf(await open(path))).toContain('<title>Page /offline')
  expect([...caches.keys()]).toEqual(['/offline'])
})

test('what the network answers is shown, whatever is kept, also where that is a failure', async () => {
  await open('/tickets/FW-1')
  network = (path) => page(path, 'newer')
  expect(await textOf(await open('/tickets/FW-1'))).toContain('newer')
  network = () => new Response('down', { status: 503 })
  expect((await open('/tickets/FW-1'))?.status).toBe(503)
})

test.each([
  ['not there any more', () => new Response('', { status: 404 })],
  // As a navigation sees a redirect to the sign-in.
  ['not for whoever is signed in now', () => ({ status: 0, ok: false, type: 'opaqueredirect' }) as Response],
])('a page that is %s is forgotten', async (_what, answer) => {
  await open('/tickets/FW-1')
  network = answer
  await open('/tickets/FW-1')
  network = null
  expect(await textOf(await open('/tickets/FW-1'))).toContain('<title>Page /offline')
})

test('a server in trouble costs nobody their ticket', async () => {
  await open('/tickets/FW-1')
  network = () => new Response('', { status: 503 })
  await open('/tickets/FW-1')
  network = null
  expect(await textOf(await open('/tickets/FW-1'))).toContain('fresh')
})

test('a page that says what became of a form is not kept in place of the page itself', async () => {
  await open('/bookings/b1')
  network = (path) => page(path, 'refused')
  await open('/bookings/b1?refused=session-full')
  network = null
  expect(await textOf(await open('/bookings/b1'))).toContain('fresh')
})

test('twelve pages are kept, and the one visited longest ago makes room', async () => {
  for (let nth = 1; nth <= 12; nth++) await open(`/tickets/FW-${nth}`)
  await open('/tickets/FW-1')
  await open('/tickets/FW-13')
  const kept = [...caches.keys()].filter((name) => name.startsWith('kept '))
  expect(kept).toHaveLength(12)
  expect(kept).toContain('kept /tickets/FW-1')
  expect(kept).not.toContain('kept /tickets/FW-2')
})

test('the page for no network lists what is kept, the newest first', async () => {
  for (const path of ['/tickets/FW-1', '/bookings/b1']) await open(path)
  network = null
  expect(await textOf(await open('/find'))).toContain(
    '<nav><ul><li><a href="/bookings/b1">Page /bookings/b1</a></li><li><a href="/tickets/FW-1">Page /tickets/FW-1</a></li></ul></nav>',
  )
})

test('pictures and fonts of a kept page come along; nothing of another origin, and no script', async () => {
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

test('the page for no network follows the language of the pages', async () => {
  const asked: string[] = []
  network = (path) => {
    asked.push(path)
    return page(path)
  }
  await send('message', { source: { url: `${origin}/` }, data: { language: 'en-GB', files: [] } })
  expect(asked).toEqual([])
  await send('message', { source: { url: `${origin}/` }, data: { language: 'de-AT', files: [] } })
  expect(asked).toEqual(['/offline'])
})
