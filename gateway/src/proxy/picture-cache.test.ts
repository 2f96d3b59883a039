/** Pictures in front of a real pictures service, which remembers its requests. */
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { createProcessContext, type ProcessContext } from '@fernweh/kit/server/process/lifecycle'
import { createLogger } from '@fernweh/kit/server/process/logger'
import { eventually } from '@fernweh/kit/testing/eventually'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPictureCache } from './picture-cache.ts'

const ETAG = '"of-the-bytes"'
const tiles = '/pictures/tiles-of-lisbon/480.avif'
/** Beside a condition `fetch` would add `no-cache` of its own accord. */
const plain = { 'cache-control': 'max-age=0' }

let context: ProcessContext
let service: Server
let url: string
/** Paths the service was sent. */
let requests: string[]
let answer: RequestListener
/** Paths the gateway was sent, and those whose client disconnected. */
let arrived: string[]
let disconnected: string[]

beforeEach(async () => {
  context = createProcessContext('gateway', createLogger('gateway', { level: 'silent' }))
  requests = []
  arrived = []
  disconnected = []
  answer = (_request, response) => {
    response.writeHead(200, {
      'content-type': 'image/avif',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: ETAG,
    })
    response.end(Buffer.alloc(1000, 7))
  }
  service = createServer((request, response) => {
    if (request.url === '/readyz') return void response.end()
    requests.push(request.url ?? '')
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(service, 'listening')
  const upstream = createUpstream({ name: 'pictures', urls: [urlOf(service)], context })
  const pictures = createPictureCache(upstream, { clientHops: 1, maxBytes: 2500 })
  const app = createApp(context, { opsToken: 'a token of ops', isPublic: true })
  app.get('/pictures/{*file}', (request, response) => {
    arrived.push(request.path)
    response.once('close', () => disconnected.push(request.path))
    return pictures.serve(request, response)
  })
  handleErrors(app)
  url = urlOf(await listen(app, context, { PORT: 0, HOST: '127.0.0.1' }))
})

afterEach(async () => {
  await context.stop()
  service.close()
})

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers })

test('a picture is served as the service answers, and from memory the next time', async () => {
  for (let i = 0; i < 3; i++) {
    const response = await get(tiles)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/avif',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: ETAG,
      'content-length': '1000',
    })
    expect((await response.arrayBuffer()).byteLength).toBe(1000)
  }
  expect(requests).toEqual([tiles])
})

test('many requests at once are one request of the service', async () => {
  await Promise.all(Array.from({ length: 20 }, () => get(tiles)))
  expect(requests).toEqual([tiles])
})

test('a browser that has the picture gets a 304 without its bytes', async () => {
  const response = await get(tiles, { 'if-none-match': ETAG, ...plain })
  expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([304, 0])
  expect(response.headers.get('etag')).toBe(ETAG)
  expect((await get(tiles, { 'if-none-match': '"older"', ...plain })).status).toBe(200)
})

test('memory is bounded: the picture not requested for longest is fetched again', async () => {
  const [a, b, c] = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'].map((id) => `/pictures/${id}/480.avif`) as [
    string,
    string,
    string,
  ]
  for (const path of [a, b, a, c, a]) await get(path)
  expect(requests).toEqual([a, b, c])
  await get(b)
  expect(requests).toEqual([a, b, c, b])
})

test('that the renderer is busy is passed on and not remembered', async () => {
  const render = answer
  answer = (_request, response) => {
    response.writeHead(503, { 'retry-after': '2', 'content-type': 'application/json' })
    response.end('{"refused":"too-many-wait"}')
  }
  const busy = await get(tiles)
  expect([busy.status, busy.headers.get('retry-after'), busy.headers.get('cache-control')]).toEqual([503, '2', null])
  answer = render
  expect((await get(tiles)).status).toBe(200)
})

describe('while nothing is rendered yet', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const variants = (count: number) => Array.from({ length: count }, (_, i) => `/pictures/picture-${1000 + i}/480.avif`)
  let held: (() => void)[]
  let render: RequestListener
  beforeEach(() => {
    render = answer
    held = []
    answer = (request, response) => void held.push(() => render(request, response))
  })
  const renderAll = () => {
    answer = render
    for (const go of held) go()
  }

  test('a network that requests everything keeps no other waiting, whatever that requests', async () => {
    const all = variants(40)
    const greedy = all.map((path) => get(path, from('2001:db8::1')))
    await eventually(() => requests.length).toBe(4)
    const other = get(all[39] as string, from('203.0.113.2'))
    await eventually(() => requests.length).toBe(5)
    expect(requests[4]).toBe(all[39])
    // From another address of the same network.
    const more = get('/pictures/more-of-it/480.avif', from('2001:db8::2'))
    renderAll()
    for (const response of await Promise.all([...greedy, other, more])) expect(response.status).toBe(200)
    expect(requests.indexOf('/pictures/more-of-it/480.avif')).toBeGreaterThan(39)
  })

  test('a client that disconnects while queued costs the renderer nothing', async () => {
    const stay = variants(4).map((path) => get(path))
    await eventually(() => requests.length).toBe(4)
    const leaving = new AbortController()
    const behind = '/pictures/left-behind/480.avif'
    const left = fetch(url + behind, { signal: leaving.signal })
    await eventually(() => arrived).toContain(behind)
    leaving.abort()
    await expect(left).rejects.toThrow()
    await eventually(() => disconnected).toContain(behind)
    const last = get('/pictures/last-of-all/480.avif')
    renderAll()
    await Promise.all([...stay, last])
    expect(requests).not.toContain(behind)
  })
})

test.each([
  '/pictures/tiles-of-lisbon/481.avif',
  '/pictures/tiles-of-lisbon/480.svg',
  '/pictures/short/480.avif',
  '/pictures/..%2f..%2fops/480.avif',
  '/pictures/tiles-of-lisbon/480.avif/more',
])('%s is a 404 and reaches no service', async (path) => {
  expect((await get(path)).status).toBe(404)
  expect(requests).toEqual([])
})

test('without the service the answer is a 503', async () => {
  service.closeAllConnections()
  service.close()
  const response = await get(tiles)
  expect(response.status).toBe(503)
  expect(response.headers.get('cache-control')).toBeNull()
})
