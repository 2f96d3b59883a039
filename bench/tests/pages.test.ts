import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { slow4g, unthrottled } from '../src/browser/browser.ts'
import { type Edge, startEdge } from '../src/edge/edge.ts'
import { measureClick, measureLoad } from '../src/pages/page-load.ts'
import { toStatic } from '../src/pages/static-page.ts'

const page = `<!doctype html><title>t</title><link rel="icon" href="data:,">
<section slot="main"><h1>Hello</h1></section><a href="/next">next</a>
<button>more</button><script>
onload = () => { const s = document.createElement('script'); s.src = '/late.js'; document.body.append(s) }</script>`
/** Comes alive half a second after it has run; loads a script of its own. */
const script = `const s = document.createElement('script'); s.src = '/socket.1.js'; document.body.append(s)
setTimeout(() => { document.querySelector('button').onclick = () => { document.body.dataset.done = '' } }, 500)
// ${'filler '.repeat(400)}`

/** A stylesheet holds the first paint up, and what comes late pushes the rest down. */
const restless = `<!doctype html><title>t</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/slow.css">
<section slot="main"><h1>Hello</h1></section><p>${'Much text. '.repeat(200)}</p><script>
const banner = () => document.body.prepend(Object.assign(document.createElement('h2'), { textContent: 'Wait' }))
setTimeout(banner, 600)</script>`

let server: Server
let edge: Edge

const answers: Record<string, [type: string, body: string]> = {
  '/': ['text/html', page],
  '/restless': ['text/html', restless],
  '/late.js': ['text/javascript', script],
  '/slow.css': ['text/css', 'h1 { color: navy }'],
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const [type, body] = answers[request.url ?? ''] ?? ['text/javascript', '']
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

test('a link works before a script does', async () => {
  const link = await measureClick(edge.origin, unthrottled, { selector: 'a' })
  const button = await measureClick(edge.origin, unthrottled, { selector: 'button', effect: '[data-done]' })
  expect(button).toBeGreaterThan(link + 250)
})

test('a slow phone pays the latency', async () => {
  const load = await measureLoad(`${edge.origin}/static`, slow4g)
  expect(load.fcp).toBeGreaterThan(slow4g.network?.latency ?? 0)
})
