import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { freePort } from '../../testing/test-nats.ts'
import { until } from '../../testing/until.ts'

interface ExportedSpan {
  name: string
  traceId: string
  kind: number
}
interface ExportRequest {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue: string } }[] }
    scopeSpans: { spans: ExportedSpan[] }[]
  }[]
}

let collector: Server
const exported: ExportRequest[] = []

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    if (request.url === '/otlp/v1/traces') exported.push(JSON.parse(await text(request)))
    response.end('{}')
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
})
beforeEach(() => void exported.splice(0))
afterAll(() => void collector.close())

/** Starts the traced process, sends it one request and stops it; resolves with its exit code. */
async function runTraced(env: Record<string, string>): Promise<number | null> {
  const PORT = String(await freePort())
  const file = fileURLToPath(new URL('../../testing/traced-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    env: {
      PATH: process.env.PATH,
      PORT,
      INSTANCE: 'traced-1',
      OPS_TOKEN: 'only-for-tests',
      NATS_URL: 'nats://x',
      ...env,
    },
    stdio: 'ignore',
  })
  const exit = once(child, 'exit')
  const get = (path: string) => fetch(`http://127.0.0.1:${PORT}${path}`)
  await until(
    () =>
      get('/healthz').then(
        ({ ok }) => ok,
        () => false,
      ),
    Boolean,
    30_000,
  )
  expect(await (await get('/ask')).json()).toEqual({ answered: true })
  child.kill('SIGTERM')
  return (await exit)[0]
}

it('sends the spans of a request, of one trace, before the process has stopped', async () => {
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/otlp`
  expect(await runTraced({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })).toBe(0)
  const resources = exported.flatMap(({ resourceSpans }) => resourceSpans)
  const spans = resources.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
  expect(spans.map(({ name }) => name).sort()).toEqual(['GET /answer/:id', 'GET /ask', 'GET self'])
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1)
  const attributes = resources[0]?.resource.attributes.map(({ key, value }) => [key, value.stringValue])
  expect(Object.fromEntries(attributes ?? [])).toMatchObject({
    'service.name': 'traced',
    'service.instance.id': 'traced-1',
  })
}, 60_000)

it('sends nothing without an endpoint', async () => {
  expect(await runTraced({})).toBe(0)
  expect(exported).toEqual([])
}, 60_000)

it('stops in time while the collector does not answer', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  expect(await runTraced({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })).toBe(0)
  silent.closeAllConnections()
  silent.close()
}, 60_000)
