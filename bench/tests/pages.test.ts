import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { slow4g, unthrottled } from '../src/browser.ts'
import { type Edge, startEdge } from '../src/edge.ts'
import { measureClick, measureLoad } from '../src/page-load.ts'
import { toStatic } from '../src/static-page.ts'

const page = `<!doctype html><title>t</title><link rel="icon" href="data:,"><h1>Hello</h1><a href="/next">next</a>
<button>more</button><script>
onload = () => { const s = document.createElement('script'); s.src = '/late.js'; document.body.append(s) }</script>`
/** Comes alive half a second after it has run; loads a script of its own. */
const script = `const s = document.createElement('script'); s.src = '/socket.1.js'; document.body.append(s)
setTimeout(() => { document.querySelector('button').onclick = () => { document.body.dataset.done = '' } }, 500)
// ${'filler '.repeat(400)}`

let server: Server
let edge: Edge

beforeAll(async () => {
  server = createServer((request, response) => {
    const isPage = request.url === '/'
    response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript')
    response.end(isPage ? page : request.url === '/late.js' ? script : '')
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
  expect(load).toMatchObject({ requests: 3, failed: 0, depth: 2, cls: 0 })
  expect(load.jsKb).toBeLessThan(1)
  expect(load.allJsKb).toBeGreaterThan(load.jsKb)
  expect(load.lcp).toBeGreaterThan(0)
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
