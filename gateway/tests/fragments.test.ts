import { afterAll, beforeEach, expect, test } from 'vitest'
import { sendRaw, startTestGateway } from '../testing/test-gateway.ts'

const { url, requests, reset, close } = await startTestGateway()
beforeEach(reset)
afterAll(close)

test('a late fragment is requested as data', async () => {
  const headers = { accept: 'application/json', 'accept-language': 'de-DE', cookie: 'fernweh-language=ar' }
  await fetch(`${url}/fragment/reviews/List?url=/e/7&params={}&release=r1`, { headers })
  expect(requests[0]?.headers['accept-language']).toBe('ar')
  expect(requests[0]?.url).toBe('/fragments/List?url=/e/7&params={}&release=r1')
  expect(requests[0]?.headers.accept).toBe('application/json')
})

test('a late fragment is data whatever is accepted: visitors do not choose which build renders', async () => {
  await fetch(`${url}/fragment/reviews/List?url=/e/7&release=r0`, { headers: { accept: 'text/html' } })
  expect(requests[0]?.headers.accept).toBe('application/json')
})

test.each(['/api', '/api/nobody/x', '/fragment/search', '/live/search/', '/ops/relay', '/assets/shell/gone.js'])(
  '%s is a 404',
  async (place) => expect((await fetch(url + place)).status).toBe(404),
)

test.each(['any://x/api/search/x', 'HTTP://x/api/search/x'])('%s is refused and no bff is blamed', async (target) => {
  expect(await sendRaw(url, `GET ${target} HTTP/1.1\r\nhost: x\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /)
  expect((await fetch(`${url}/api/search/x`)).status).toBe(200)
})
