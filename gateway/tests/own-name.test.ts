import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { OPS_TOKEN, origin, startTestGateway } from '../testing/test-gateway.ts'

const { url, reset, close } = await startTestGateway()
beforeEach(reset)
afterAll(close)

/** `fetch` would not send another host than that of the address. */
async function open(path: string, host = '127.0.0.1:4000') {
  const headers = { host, authorization: `Bearer ${OPS_TOKEN}` }
  const [answer] = (await once(get({ port: new URL(url).port, path, headers }), 'response')) as [IncomingMessage]
  answer.resume()
  return { status: answer.statusCode, location: answer.headers.location }
}

test('a page opened by another name of this machine leads to the same page of the public origin', async () => {
  expect(await open('/e/7?seats=2')).toEqual({ status: 307, location: `${origin}/e/7?seats=2` })
  expect((await open('/e/7?seats=2', 'localhost:4000')).status).toBe(200)
})

test.each(['//elsewhere.example/', '/@elsewhere.example', '/\\elsewhere.example'])(
  '%s does not lead away from the public origin',
  async (place) => {
    const { location = '' } = await open(place)
    expect(new URL(location).origin).toBe(origin)
  },
)

test.each(['/healthz', '/readyz', '/metrics', '/assets/shell/prefetch.speculationrules', '/service-worker.js'])(
  '%s is answered by whatever name it is asked',
  async (place) => {
    expect((await open(place)).status).toBe(200)
  },
)

test.each(['/ops/relay', '/hooks/stripe', '/api/nobody', '/live/search/'])(
  '%s is no page and leads nowhere',
  async (place) => {
    expect((await open(place)).status).toBe(404)
  },
)
