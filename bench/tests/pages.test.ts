import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { slow4g, unthrottled } from '../src/browser/browser.ts'
import { type Edge, startEdge } from '../src/edge/edge.ts'
import { measureClick, measureLoad } from '../src/pages/page-load.ts'
import { toStatic } from '../src/pages/static-page.ts'

const head = '<!doctype html><title>t</title><link rel="icon" href="data:,">'
const page = `${head}<section slot="main"><h1>Hello</h1></section><script>
onload = () => { const s = document.createElement('script'); s.src = '/late.js'; document.body.append(s) }</script>`
/** Loads a script of its own. */
const script = `const s = document.createElement('script'); s.src = '/socket.1.js'; document.body.append(s)
// ${'filler '.repeat(400)}`

/** A stylesheet blocks the first paint, and a banner that comes after it pushes the rest down. */
const restless = `${head}<link rel="stylesheet" href="/slow.css">
<section slot="main"><h1>Hello</h1></section><p>${'Much text. '.repeat(200)}</p><script>
const banner = () => document.body.prepend(Object.assign(document.createElement('h2'), { textContent: 'Wait' }))
new PerformanceObserver((_, observer) => { observer.disconnect(); requestAnimationFrame(banner) })
  .observe({ type: 'paint', buffered: true })</script>`

/** Its script is sent once the button has been clicked in vain. */
const interactiveLate = `${head}<a href="/next">next</a><button>more</button>
<script>document.querySelector('button').addEventListener('click', () => fetch('/clicked'), { once: true })</script>
<script async src="/interactive.js"></script>`
const interactive = `fetch('/interactive?at=' + performance.now()).then(() => {
document.querySelector('button').onclick = () => { document.body.dataset.done = '' } })`

let server: Server
let edge: Edge
const clickedInVain = withResolvers()
/** When the script ran, on the clock of its page. */
let interactiveAt = Number.POSITIVE_INFINITY

const answers: Record<string, [type: string, body: string]> = {
  '/': ['text/html', page],
  '/restless': ['text/html', restless],
  '/late.js': ['text/javascript', script],
  '/interactive-late': ['text/html', interactiveLate],
  '/interactive.js': ['text/javascript', interactive],
  '/slow.css': ['text/css', 'h1 { color: navy }'],
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page')
    if (pathname === '/clicked') clickedInVain.resolve()
    if (pathname === '/interactive.js') await clickedInVain.promise
    if (pathname === '/interactive') interactiveAt = Number(searchParams.get('at'))
    const [type, body] = answers[pathname] ?? ['text/javascript', '']
    response.setHeader('content-type', type)
    response.end(body)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const upstream = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  edge = await startEdge({ upstream, documents: new Map([['/static', toStatic(page)]]) })
})
afterAll(async () => {
  await edge.close()
  server.close()
})

test('counts what a page loads, compressed by the edge, the live connection apart', async () => {
  const load = await measureLoad(edge.origin, unthrottled)
  expect(load).toMatchObject({ requests: 3, failed: 0, depth: 2, cls: 0, blocking: 0, shifted: [], lcpOf: 'h1' })
  expect(load.jsKb).toBeLessThan(1)
  expect(load.allJsKb).toBeGreaterThan(load.jsKb)
  expect(load.lcp).toBeGreaterThan(0)
  expect(load.main).toBeGreaterThanOrEqual(load.fcp - 1)
})

test('sees what holds the first paint up, and what moves afterwards', async () => {
  const load = await measureLoad(`${edge.origin}/restless`, unthrottled)
  expect(load).toMatchObject({ blocking: 1, lcpOf: 'p' })
  expect(load.cls).toBeGreaterThan(0)
  expect(load.shifted).toContain('p')
})

test('the same page without its scripts is one request', async () => {
  expect(await measureLoad(`${edge.origin}/static`, unthrottled)).toMatchObject({ requests: 1, depth: 1, jsKb: 0 })
})

test('a link works before the script is there; a button counts from the first click after it', async () => {
  const url = `${edge.origin}/interactive-late`
  await measureClick(url, unthrottled, { selector: 'a' })
  expect(interactiveAt).toBe(Number.POSITIVE_INFINITY)
  const button = await measureClick(url, unthrottled, { selector: 'button', effect: '[data-done]' })
  expect(button).toBeGreaterThan(interactiveAt)
})

test('a slow phone pays the latency', async () => {
  const load = await measureLoad(`${edge.origin}/static`, slow4g)
  expect(load.fcp).toBeGreaterThan(slow4g.network?.latency ?? 0)
})

function withResolvers() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}
