import { verifyIdentity } from '@fernweh/kit/server/http/identity'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.ts'
import { answerEmpty, answerFault } from '../testing/test-server.ts'

const { url, publicKey, servers, requests, reset, visit, close } = await startTestGateway()
beforeEach(reset)
afterAll(close)

const SESSION_SITE_DATA = '"prefetchCache", "prerenderCache", "storage"'
const post = (place: string, headers: Record<string, string> = {}) =>
  fetch(url + place, { method: 'POST', headers: { 'x-fernweh': '1', ...headers }, body: '{}' })

test('a session becomes an identity behind the gateway, and nobody can bring their own', async () => {
  await visit({ cookie: '__Host-fernweh-4000=t1', 'x-fernweh-identity': 'forged' })
  const headers = requests.find((request) => request.url?.startsWith('/fragments/'))?.headers
  expect(await verifyIdentity(String(headers?.['x-fernweh-identity']), publicKey)).toMatchObject({ sub: 'ann' })
  expect(headers?.cookie).toBeUndefined()
  await fetch(`${url}/api/search/x`, { headers: { 'x-fernweh-identity': 'forged', 'x-fernweh-token': 'forged' } })
  expect(requests.at(-1)?.headers).not.toHaveProperty('x-fernweh-identity')
  expect(requests.at(-1)?.headers).not.toHaveProperty('x-fernweh-token')
})

test('with accounts down a page is served as anonymous, and a command is refused', async () => {
  servers.accounts.answer = answerFault
  const cookie = '__Host-fernweh-4000=another'
  expect((await visit({ cookie })).status).toBe(200)
  expect((await post('/api/search/x', { cookie })).status).toBeGreaterThanOrEqual(500)
  expect(requests.some((request) => request.url === '/api/x')).toBe(false)
})

test('where a session begins or ends, what the browser holds of the one before is cleared', async () => {
  servers.account.answer = (_request, response) => void response.writeHead(200, { 'x-fernweh-session': '' }).end('{}')
  expect((await post('/api/account/sign-out')).headers.get('clear-site-data')).toBe(SESSION_SITE_DATA)
  servers.account.answer = answerEmpty
  expect((await post('/api/account/other')).headers.get('clear-site-data')).toBeNull()
})

test.each(['/e/7', '/api/search/x', '/fragment/search/Experience'])(
  'a session that ended elsewhere ends here with the next response: %s',
  async (place) => {
    servers.accounts.answer = (_request, response) => void response.writeHead(409).end('{"refused":"signed-out"}')
    const { headers } = await fetch(url + place, { headers: { cookie: '__Host-fernweh-4000=ended-elsewhere' } })
    expect(headers.get('set-cookie')).toMatch(/^__Host-fernweh-4000=; Max-Age=0;/)
    expect(headers.get('clear-site-data')).toBe(SESSION_SITE_DATA)
  },
)

test('the answer of a bff comes back as it is; its session becomes a cookie', async () => {
  servers.account.answer = (_request, response) =>
    void response.writeHead(409, { 'x-fernweh-session': 't9' }).end('{"refused":"no"}')
  const response = await post('/api/account/sign-in')
  expect([response.status, await response.json()]).toEqual([409, { refused: 'no' }])
  expect(response.headers.get('set-cookie')).toBe(
    '__Host-fernweh-4000=t9; Max-Age=2592000; Path=/; HttpOnly; Secure; SameSite=Lax',
  )
  expect(response.headers.get('x-fernweh-session')).toBeNull()
})
