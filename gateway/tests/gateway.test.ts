/** The door alone: real sockets and files, bffs that answer what the test tells them. */
import { createHash, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import {
  createServer,
  get,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { verifyIdentity } from '@fernweh/kit/server/http/identity'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { createProcessContext } from '@fernweh/kit/server/process/lifecycle'
import { createLogger } from '@fernweh/kit/server/process/logger'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createSessions } from '../src/access/sessions.ts'
import { secured } from '../src/pages/security-headers.ts'
import { createPictureCache } from '../src/proxy/picture-cache.ts'
import { serveSockets } from '../src/proxy/sockets.ts'
import { watchReleases } from '../src/releases/active-releases.ts'
import { createAssets } from '../src/releases/assets.ts'
import { type GatewayDeps, serveGateway } from '../src/routes.ts'

const origin = 'http://localhost:4000'
const WRITES = 60
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const context = createProcessContext('gateway', createLogger('gateway', { level: 'silent' }))
const servers: Server[] = []
const answers: Record<string, RequestListener> = {}
const seen: IncomingMessage[] = []
let url: string
let folder: string

function greet(request: IncomingMessage, socket: Duplex) {
  seen.push(request)
  socket.end('HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\nhello')
}

async function serve(team: string): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === '/readyz') return void response.end()
    seen.push(request)
    answers[team]?.(request, response)
  })
  if (team === 'search') server.on('upgrade', greet)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  servers.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const bare = { name: 'shell', fragments: {}, pages: [], files: {}, sizes: {} }

async function goLive(name: string, content: object) {
  await mkdir(path.join(folder, name, 'records'), { recursive: true })
  const record = { name, release: 'r1', fragments: {}, pages: [], files: {}, sizes: {}, ...content }
  await writeFile(path.join(folder, name, 'records', 'r1.json'), JSON.stringify(record))
  await writeFile(path.join(folder, name, 'live.json'), '{"release":"r1"}')
}

const appFiles = { 'service-worker.js': '/* keeps tickets */', 'prefetch.speculationrules': '{"prefetch":[]}' }
const pinOf = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`
const html = '<slot name="main"></slot><!-- languages -->'
const layout = { html: { en: html, de: html, ar: html }, css: ':host{}' }

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fernweh-door-'))
  await mkdir(path.join(folder, 'shell', 'assets'), { recursive: true })
  for (const [file, text] of Object.entries(appFiles)) await writeFile(path.join(folder, 'shell', 'assets', file), text)
  await goLive('shell', {
    worker: '/assets/shell/service-worker.js',
    speculation: '/assets/shell/prefetch.speculationrules',
    files: Object.fromEntries(Object.entries(appFiles).map(([file, text]) => [`/assets/shell/${file}`, pinOf(text)])),
    layouts: { detail: layout, simple: layout },
    frame: { menu: 'account/Menu' },
    scripts: ['/assets/shell/main.js'],
  })
  const page = { path: '/e/:id', layout: 'detail', main: 'search/Experience', fragments: { below: 'reviews/List' } }
  await goLive('search', { entry: '/assets/search/remoteEntry.js', pages: [page] })
  await goLive('reviews', {})
  await goLive('account', {})
  const teams = ['search', 'reviews', 'account']
  const bffs = new Map(
    await Promise.all(
      teams.map(async (name) => [name, createUpstream({ name, urls: [await serve(name)], context })] as const),
    ),
  )
  const accounts = createUpstream({ name: 'accounts', urls: [await serve('accounts')], context })
  const releases = await watchReleases(folder, teams, context.log)
  context.onStop('releases', () => releases.close())
  const sessions = createSessions({ accounts, privateKey, origin, signOuts: new Set() })
  const hooks = new Map([['stripe', createUpstream({ name: 'payments', urls: [await serve('payments')], context })]])
  const door: GatewayDeps = {
    origin,
    bffs,
    releases,
    sessions,
    hooks,
    context,
    formTargets: ['https://checkout.example'],
    languages: ['en', 'de', 'ar'],
    clientHops: 1,
    writesPerMinute: WRITES,
    assets: createAssets(folder),
    pictures: createPictureCache(createUpstream({ name: 'pictures', urls: [await serve('pictures')], context }), {
      clientHops: 1,
    }),
  }
  const app = createApp(context, { opsToken: 'a token of ops', isPublic: true })
  app.use(secured(origin))
  serveGateway(app, door)
  handleErrors(app)
  const server = await listen(app, context, { PORT: 0, HOST: '127.0.0.1' })
  serveSockets(server, door)
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  await context.stop()
  for (const server of servers) server.close()
  await rm(folder, { recursive: true })
})

const fragment =
  (status: number, html: string, meta = {}) =>
  (_request: IncomingMessage, response: ServerResponse) =>
    void response.end(`${JSON.stringify({ status, title: 'A page', meta })}\n<div data-root>${html}</div>`)
const welcome: RequestListener = (_request, response) => void response.end('{}')
const fail: RequestListener = (_request, response) => void response.writeHead(500).end()

beforeEach(() => {
  seen.length = 0
  answers.search = fragment(200, 'an experience')
  answers.reviews = fragment(200, 'its reviews')
  answers.account = fragment(200, 'a menu')
  answers.payments = welcome
  answers.accounts = (_request, response) =>
    void response.end('{"identity":{"sub":"ann","role":"traveller","sid":"s1"}}')
})

const visit = async (headers = {}) => {
  const response = await fetch(`${url}/e/7?seats=2`, { headers, redirect: 'manual' })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

test('a page is its fragments, each in its slot, with the record and the scripts', async () => {
  const { status, html, headers } = await visit()
  expect(status).toBe(200)
  for (const fragment of ['an experience', 'its reviews', 'a menu'])
    expect(html).toContain(`<div data-root>${fragment}</div>`)
  expect(html).toMatch(/<section slot="main" data-fragment="search\/Experience" id="main"/)
  const at = (text: string) => html.indexOf(text)
  expect(at('an experience')).toBeLessThan(at('id="release-record"'))
  expect(at('id="release-record"')).toBeLessThan(at('<script async'))
  expect(headers.get('integrity-policy')).toBe('blocked-destinations=(script)')
  expect(headers.get('referrer-policy')).toBe('same-origin')
})

test('a fragment is asked with the page, its parameters and the live release', async () => {
  await visit()
  const { searchParams } = new URL(seen.find((request) => request.url?.includes('List'))?.url ?? '', url)
  expect(Object.fromEntries(searchParams)).toEqual({ release: 'r1', url: '/e/7?seats=2', params: '{"id":"7"}' })
})

test('a fragment that fails leaves its slot empty and the page standing', async () => {
  answers.reviews = fail
  const { status, html } = await visit()
  expect([status, html.includes('slot="below" data-fragment')]).toEqual([200, false])
  expect(html).toContain('an experience')
})

test('a fragment that is cut in the middle is not written at all', async () => {
  answers.reviews = (_request, response) => {
    response.write('{"status":200,"title":"x"}\n<div data-root>half')
    setTimeout(() => response.destroy(), 20)
  }
  const { status, html } = await visit()
  expect([status, html.includes('half')]).toEqual([200, false])
})

test('the owning fragment decides: not found comes without record and scripts', async () => {
  answers.search = fragment(404, 'no such experience')
  const { status, html } = await visit()
  expect(status).toBe(404)
  expect(html).toContain('no such experience')
  expect(html).not.toMatch(/release-record|<script|its reviews/)
})

test('the owning fragment decides: elsewhere on this site', async () => {
  answers.search = fragment(303, '', { location: '/sign-in' })
  const { status, headers } = await visit()
  expect([status, headers.get('location')]).toEqual([303, '/sign-in'])
})

test('without the owning fragment there is a friendly page and a 503', async () => {
  answers.search = fail
  const { status, html } = await visit()
  expect(status).toBe(503)
  expect(html).toContain('Nothing you did is lost')
  expect(html).not.toContain('<script')
})

test('an address of nobody is a page and a 404', async () => {
  const response = await fetch(`${url}/nowhere`)
  expect([response.status, (await response.text()).includes('Nothing is here')]).toEqual([404, true])
})

test('a longer address than any fragment reads is of nobody, and is no fault', async () => {
  expect((await fetch(`${url}/e/7?${'x'.repeat(2000)}`)).status).toBe(404)
  expect(seen).toEqual([])
})

test('a session becomes an identity behind the door, and no one can bring their own', async () => {
  await visit({ cookie: '__Host-fernweh-4000=t1', 'x-fernweh-identity': 'forged' })
  const told = seen.find((request) => request.url?.startsWith('/fragments/'))?.headers
  expect(await verifyIdentity(String(told?.['x-fernweh-identity']), publicKey)).toMatchObject({ sub: 'ann' })
  expect(told?.cookie).toBeUndefined()
  await fetch(`${url}/api/search/x`, { headers: { 'x-fernweh-identity': 'forged', 'x-fernweh-token': 'forged' } })
  expect(seen.at(-1)?.headers).not.toHaveProperty('x-fernweh-identity')
  expect(seen.at(-1)?.headers).not.toHaveProperty('x-fernweh-token')
})

test('with accounts down a page is shown as to nobody, and a command is not guessed at', async () => {
  answers.accounts = fail
  const headers = { cookie: '__Host-fernweh-4000=another' }
  expect((await visit(headers)).status).toBe(200)
  const write = await fetch(`${url}/api/search/x`, { method: 'POST', headers: { ...headers, 'x-fernweh': '1' } })
  expect(write.status).toBeGreaterThanOrEqual(500)
  expect(seen.some((request) => request.url === '/api/x')).toBe(false)
})

test('where a session begins or ends, what the browser holds of the one before is cleared', async () => {
  answers.account = (_request, response) => void response.writeHead(200, { 'x-fernweh-session': '' }).end('{}')
  const ended = await fetch(`${url}/api/account/sign-out`, {
    method: 'POST',
    headers: { 'x-fernweh': '1' },
    body: '{}',
  })
  expect(ended.headers.get('clear-site-data')).toBe('"prefetchCache", "prerenderCache", "storage"')
  answers.account = welcome
  const other = await fetch(`${url}/api/account/other`, { method: 'POST', headers: { 'x-fernweh': '1' }, body: '{}' })
  expect(other.headers.get('clear-site-data')).toBeNull()
})

test.each(['/e/7', '/api/search/x', '/fragment/search/Experience'])(
  'a session that ended elsewhere ends here with the next answer: %s',
  async (path) => {
    const ask = () => fetch(url + path, { headers: { cookie: '__Host-fernweh-4000=ended-elsewhere' } })
    answers.accounts = (_request, response) => void response.writeHead(409).end('{"refused":"signed-out"}')
    const { headers } = await ask()
    expect(headers.get('set-cookie')).toMatch(/^__Host-fernweh-4000=;.* Max-Age=0$/)
    expect(headers.get('clear-site-data')).toBe('"prefetchCache", "prerenderCache", "storage"')
  },
)

test('a page tells of its worker and of what may be fetched ahead, and its policy lets both in', async () => {
  const { headers, html } = await visit()
  expect(headers.get('speculation-rules')).toBe('"/assets/shell/prefetch.speculationrules"')
  expect(headers.get('content-security-policy')).toContain(`worker-src ${origin}/service-worker.js;`)
  expect(JSON.parse(/id="release-record">(.*?)<\/script>/.exec(html)?.[1] ?? '{}')).toMatchObject({ worker: true })
  const rules = await fetch(`${url}/assets/shell/prefetch.speculationrules`)
  expect([rules.status, rules.headers.get('content-type')]).toEqual([200, 'application/speculationrules+json'])
  answers.search = fragment(404, 'no such experience')
  expect((await visit()).headers.get('speculation-rules')).toBeNull()
})

test('the service worker is the live shell’s, compared anew at every visit; a shell without one takes it away', async () => {
  const worker = () => fetch(`${url}/service-worker.js`)
  const one = await worker()
  expect([one.headers.get('cache-control'), await one.text()]).toEqual(['no-cache', '/* keeps tickets */'])
  expect(one.headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'")
  const file = path.join(folder, 'shell', 'live.json')
  await writeFile(path.join(folder, 'shell', 'records', 'r0.json'), JSON.stringify({ ...bare, release: 'r0' }))
  await writeFile(file, '{"release":"r0"}')
  await expect.poll(async () => (await worker()).text()).toContain('registration.unregister()')
  await writeFile(file, '{"release":"r1"}')
  await expect.poll(async () => (await worker()).text()).toBe('/* keeps tickets */')
})

test('the page for when there is no network is in the reader’s language, and has a place for what is kept', async () => {
  const page = await (await fetch(`${url}/offline`, { headers: { 'accept-language': 'ar' } })).text()
  expect(page).toContain('<h1>لا توجد شبكة الآن</h1>')
  expect(page).toMatch(/<nav hidden .*<!-- kept -->/)
})

test('what nobody expected is a page for who wants a page, with a way on, and JSON for all others', async () => {
  answers.search = fragment(303, '')
  const page = await fetch(`${url}/e/7?seats=2`, { headers: { accept: 'text/html' } })
  const html = await page.text()
  expect([page.status, html.includes('<h1>Not right now</h1>')]).toEqual([500, true])
  expect(html).toContain('<a href="/e/7?seats=2">Try again</a>')
  expect(await (await fetch(`${url}/e/7`)).json()).toHaveProperty('fault')
})

test('an answer of the bff comes back as it is; its session becomes a cookie', async () => {
  answers.account = (_request, response) =>
    void response.writeHead(409, { 'x-fernweh-session': 't9' }).end('{"refused":"no"}')
  const response = await fetch(`${url}/api/account/sign-in`, {
    method: 'POST',
    headers: { 'x-fernweh': '1' },
    body: '{}',
  })
  expect([response.status, await response.json()]).toEqual([409, { refused: 'no' }])
  expect(response.headers.get('set-cookie')).toMatch(/^__Host-fernweh-4000=t9; Path=\/; Secure; HttpOnly; SameSite=Lax/)
  expect(response.headers.get('x-fernweh-session')).toBeNull()
})

test('a foreign page reaches no bff; our own does', async () => {
  const write = (headers: Record<string, string>) => fetch(`${url}/api/search/x`, { method: 'POST', headers })
  expect((await write({ origin: 'https://elsewhere.example', 'x-fernweh': '1' })).status).toBe(403)
  expect((await write({ 'sec-fetch-site': 'cross-site', 'x-fernweh': '1' })).status).toBe(403)
  expect(seen).toEqual([])
  expect((await write({ origin, 'sec-fetch-site': 'same-origin', 'x-fernweh': '1' })).status).toBe(200)
  expect(seen).toHaveLength(1)
})

test('a body that is too large is not passed on', async () => {
  const response = await fetch(`${url}/api/search/x`, {
    method: 'POST',
    headers: { 'x-fernweh': '1' },
    body: 'x'.repeat(70_000),
  })
  expect([response.status, seen]).toEqual([413, []])
})

test.each([
  ['the one the browser prefers', { 'accept-language': 'fr, de-at;q=0.8, en;q=0.5' }, 'de-AT'],
  ['the one chosen', { cookie: 'fernweh-language=ar', 'accept-language': 'de-AT' }, 'ar'],
])('a page speaks %s, and so do its fragments', async (_, headers, tag) => {
  const page = await visit(headers)
  expect(page.html).toContain(`<html lang="${tag}"`)
  expect([page.headers.get('content-language'), page.headers.get('vary')]).toEqual([
    tag.slice(0, 2),
    'accept-language, cookie',
  ])
  const asked = seen.filter(({ url }) => url?.startsWith('/fragments/'))
  expect(asked.map(({ headers }) => headers['accept-language'])).toEqual([tag, tag, tag])
})

test('what the door says itself is said in the language of the reader', async () => {
  const german = { 'accept-language': 'de' }
  const nowhere = await (await fetch(`${url}/nowhere`, { headers: german })).text()
  expect(nowhere).toContain('<h1>Hier ist nichts</h1>')
  expect(nowhere).toContain('name="back" value="/nowhere"')
  answers.search = fail
  expect(await (await postForm(german)).text()).toContain('<h1>Das hat nicht geklappt</h1>')
})

const chooseLanguage = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/language`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
      ...headers,
    },
    body,
  })

test('a language is chosen by a form, kept for a year, and the page comes again', async () => {
  const answer = await chooseLanguage('language=de&back=/e/7%3Fseats%3D2')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/e/7?seats=2'])
  expect(answer.headers.get('set-cookie')).toMatch(
    /^fernweh-language=de; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=3153/,
  )
})

test.each(['https://elsewhere.example/', '//elsewhere.example', '/.//elsewhere.example', '/\\elsewhere.example', ''])(
  'whoever chose a language is not led to %j',
  async (back) => {
    const answer = await chooseLanguage(new URLSearchParams({ language: 'ar', back }).toString())
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
  },
)

test('a language that is not offered is refused, and so is a foreign page that chooses one', async () => {
  for (const language of ['fr', 'en-XA', '']) expect((await chooseLanguage(`language=${language}`)).status).toBe(400)
  const foreign = await chooseLanguage('language=de', { origin: 'https://elsewhere.example' })
  expect([foreign.status, foreign.headers.get('set-cookie')]).toEqual([403, null])
})

const postForm = (headers: Record<string, string> = {}, from = '1.1.1.1') =>
  fetch(`${url}/api/search/x`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin,
      referer: `${origin}/e/7?seats=2`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html,*/*',
      'x-forwarded-for': from,
      ...headers,
    },
    body: 'key=k1',
  })

test.each([
  [400, 'We could not read that'],
  [409, 'Not possible any more'],
  [500, 'That did not work'],
])('a form that a bff answers with %i shows a page with a way back', async (status, title) => {
  answers.search = (_request, response) => void response.writeHead(status).end('{"refused":"no"}')
  const response = await postForm()
  const html = await response.text()
  expect([response.status, html.includes(`<h1>${title}</h1>`)]).toEqual([status, true])
  expect(html).toContain('href="/e/7?seats=2"')
})

test('a form from nowhere is a page, too, and its way back leads to us', async () => {
  const response = await postForm({ origin: 'https://elsewhere.example', referer: 'https://elsewhere.example/e/7' })
  const html = await response.text()
  expect([response.status, seen]).toEqual([403, []])
  expect(html).toContain('<a href="/">Go back</a>')
})

test('a form that leads elsewhere is passed on as it is; a script gets its JSON', async () => {
  answers.search = (_request, response) => void response.writeHead(303, { location: '/bookings/b1' }).end()
  expect((await postForm()).headers.get('location')).toBe('/bookings/b1')
  answers.search = (_request, response) => void response.writeHead(409).end('{"refused":"no"}')
  expect(await (await postForm({ 'x-fernweh': '1' })).json()).toEqual({ refused: 'no' })
})

test('who asks is told behind the door, and nobody can say it of themselves', async () => {
  await postForm({ 'x-fernweh-client': '6.6.6.6' }, '6.6.6.6, 1.2.3.4')
  expect(seen[0]?.headers['x-fernweh-client']).toBe('1.2.3.4')
  await visit({ 'x-fernweh-client': '6.6.6.6' })
  expect(seen.slice(1).every(({ headers }) => headers['x-fernweh-client'] !== '6.6.6.6')).toBe(true)
})

test('a flood from one address is turned away at the door; others are heard', async () => {
  const flood = await Promise.all(Array.from({ length: WRITES + 1 }, () => postForm({}, '7.7.7.7')))
  const refused = flood.filter(({ status }) => status === 429)
  expect([refused.length, seen.length]).toEqual([1, WRITES])
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused[0]?.text()).toContain('A little slower')
  expect((await postForm({}, '8.8.8.8')).status).toBe(200)
  expect((await fetch(`${url}/e/7`, { headers: { 'x-forwarded-for': '7.7.7.7' } })).status).toBe(200)
})

test('a hook reaches its service byte for byte, from anywhere, with nobody’s identity', async () => {
  const bodies: string[] = []
  answers.payments = async (request, response) => {
    bodies.push(Buffer.concat(await request.toArray()).toString())
    response.writeHead(202).end('{}')
  }
  const response = await fetch(`${url}/hooks/stripe`, {
    method: 'POST',
    headers: {
      origin: 'https://elsewhere.example',
      'stripe-signature': 't=1,v1=2',
      cookie: '__Host-fernweh-4000=t1',
      'x-fernweh-identity': 'forged',
      'content-type': 'application/json',
    },
    body: '{ "id" :  "évt" }',
  })
  expect([response.status, bodies]).toEqual([202, ['{ "id" :  "évt" }']])
  const [{ url: place, headers } = {}] = seen
  expect([place, headers?.['stripe-signature']]).toEqual(['/hooks/stripe', 't=1,v1=2'])
  for (const name of ['cookie', 'x-fernweh-identity']) expect(headers).not.toHaveProperty(name)
})

test.each([
  ['POST', '/hooks/nobody'],
  ['POST', '/hooks/stripe/../../bookings/b1/pay'],
  ['POST', '/hooks/stripe%2f..%2f..%2fops%2faudit'],
  ['POST', '/hooks'],
  ['GET', '/hooks/stripe'],
])('%s %s reaches no service', async (method, place) => {
  expect(await speak(`${method} ${place} HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n`)).toMatch(/^HTTP\/1.1 404 /)
  expect(seen).toEqual([])
})

test('a hook’s body may be 256 KB and no more', async () => {
  const hook = (bytes: number) => fetch(`${url}/hooks/stripe`, { method: 'POST', body: 'x'.repeat(bytes) })
  expect((await hook(256 * 1024)).status).toBe(200)
  expect([(await hook(256 * 1024 + 1)).status, seen.length]).toEqual([413, 1])
})

test('metrics, and why the door is not ready, are for operators', async () => {
  const authorization = 'Bearer a token of ops'
  expect((await fetch(`${url}/metrics`)).status).toBe(403)
  expect((await fetch(`${url}/metrics`, { headers: { authorization } })).status).toBe(200)
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true })
  expect(await (await fetch(`${url}/readyz`, { headers: { authorization } })).json()).toEqual({ ready: true, why: [] })
})

test('a late fragment is asked for as data', async () => {
  const headers = { accept: 'application/json', 'accept-language': 'de-DE', cookie: 'fernweh-language=ar' }
  await fetch(`${url}/fragment/reviews/List?url=/e/7&params={}&release=r1`, { headers })
  expect(seen[0]?.headers['accept-language']).toBe('ar')
  expect(seen[0]?.url).toBe('/fragments/List?url=/e/7&params={}&release=r1')
  expect(seen[0]?.headers.accept).toBe('application/json')
})

test.each(['/api', '/api/nobody/x', '/fragment/search', '/live/search/', '/ops/relay', '/assets/shell/gone.js'])(
  '%s is a 404',
  async (place) => {
    expect((await fetch(url + place)).status).toBe(404)
  },
)

test('a late fragment is data, whatever is asked for: visitors do not choose which build runs here', async () => {
  await fetch(`${url}/fragment/reviews/List?url=/e/7&release=r0`, { headers: { accept: 'text/html' } })
  expect(seen[0]?.headers.accept).toBe('application/json')
})

/** Everything the door says to these pieces, each sent a moment after the other, on one connection. */
async function speak(...pieces: string[]): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) })
  let heard = ''
  socket.on('data', (chunk) => {
    heard += chunk
  })
  for (const piece of pieces) {
    socket.write(piece)
    await delay(150)
  }
  socket.destroy()
  return heard
}

test.each(['any://x/api/search/x', 'HTTP://x/api/search/x'])('%s is refused and no bff is blamed', async (target) => {
  expect(await speak(`GET ${target} HTTP/1.1\r\nhost: x\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /)
  expect((await fetch(`${url}/api/search/x`)).status).toBe(200)
})

function upgrade(
  place: string,
  headers: Record<string, string>,
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const request = get(`${url}${place}`, { headers: { connection: 'Upgrade', upgrade: 'websocket', ...headers } })
    request.once('error', reject)
    request.once('response', (response) => resolve({ status: response.statusCode, text: '' }))
    request.once('upgrade', (response, socket, head) => {
      let text = head.toString()
      socket.on('data', (chunk) => {
        text += chunk
      })
      socket.once('close', () => resolve({ status: response.statusCode, text }))
    })
  })
}

test('a socket of our own page reaches its bff, with the identity', async () => {
  const place = '/live/search/?EIO=4&transport=websocket'
  expect(await upgrade(place, { origin, cookie: '__Host-fernweh-4000=t1' })).toEqual({ status: 101, text: 'hello' })
  const [request] = seen.filter(({ url }) => url?.startsWith('/live'))
  expect(request?.url).toBe('/live/?EIO=4&transport=websocket')
  expect(await verifyIdentity(String(request?.headers['x-fernweh-identity']), publicKey)).toMatchObject({ sub: 'ann' })
})

test('a socket of a foreign page does not', async () => {
  expect((await upgrade('/live/search/', { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await upgrade('/live/search/', {})).status).toBe(403)
  expect((await upgrade('/live/nobody/', { origin })).status).toBe(404)
  expect(seen).toEqual([])
})

test('where nobody switches protocols, nothing more is passed on', async () => {
  const lines = [
    'GET /live/account/ HTTP/1.1',
    'host: x',
    `origin: ${origin}`,
    'connection: Upgrade',
    'upgrade: websocket',
  ]
  const heard = await speak([...lines, '', ''].join('\r\n'), 'GET /metrics HTTP/1.1\r\nhost: x\r\n\r\n')
  expect(heard.match(/^HTTP.*$/gm)).toEqual(['HTTP/1.1 200 OK'])
  expect(seen.map((request) => request.url)).toEqual(['/live/'])
})
