import { once } from 'node:events'
import { get } from 'node:http'
import { connect } from 'node:net'
import { verifyIdentity } from '@fernweh/kit/server/http/identity'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { origin, sendRaw, startTestGateway } from '../testing/test-gateway.ts'

const { url, publicKey, requests, reset, close } = await startTestGateway()
beforeEach(reset)
afterAll(close)

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

test('a socket of a page of this site reaches its bff, with the identity', async () => {
  const place = '/live/search/?EIO=4&transport=websocket'
  expect(await upgrade(place, { origin, cookie: '__Host-fernweh-4000=t1' })).toEqual({ status: 101, text: 'hello' })
  const [request] = requests.filter(({ url }) => url?.startsWith('/live'))
  expect(request?.url).toBe('/live/?EIO=4&transport=websocket')
  expect(await verifyIdentity(String(request?.headers['x-fernweh-identity']), publicKey)).toMatchObject({ sub: 'ann' })
})

test('a socket of a foreign page is refused', async () => {
  expect((await upgrade('/live/search/', { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await upgrade('/live/search/', {})).status).toBe(403)
  expect((await upgrade('/live/nobody/', { origin })).status).toBe(404)
  expect(requests).toEqual([])
})

test('a refused socket is closed, also when its client keeps its side open', async () => {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true })
  socket.write('GET /live/nobody/ HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n')
  socket.resume()
  socket.on('error', () => {})
  await once(socket, 'end')
  // Only a side that is closed altogether answers what comes later with a reset.
  const writing = setInterval(() => socket.write('x'), 50)
  await new Promise((resolve) => socket.once('close', resolve))
  clearInterval(writing)
})

test('until the bff has switched protocols, nothing more is passed on', async () => {
  const lines = [
    'GET /live/account/ HTTP/1.1',
    'host: x',
    `origin: ${origin}`,
    'connection: Upgrade',
    'upgrade: websocket',
  ]
  const answer = await sendRaw(url, [...lines, '', ''].join('\r\n'), 'GET /metrics HTTP/1.1\r\nhost: x\r\n\r\n')
  expect(answer.match(/^HTTP.*$/gm)).toEqual(['HTTP/1.1 200 OK'])
  expect(requests.map((request) => request.url)).toEqual(['/live/'])
})
