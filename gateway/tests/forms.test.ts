import { afterAll, beforeEach, expect, test } from 'vitest'
import { origin, startTestGateway, WRITES_PER_MINUTE } from '../testing/test-gateway.ts'
import { answerFault } from '../testing/test-server.ts'

const { url, servers, requests, reset, visit, close } = await startTestGateway()
beforeEach(reset)
afterAll(close)

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
  [400, 'We couldn’t read that'],
  [409, 'No longer possible'],
  [500, 'Something went wrong'],
])('a form that a bff answers with %i shows a page with a link back', async (status, title) => {
  servers.search.answer = (_request, response) => void response.writeHead(status).end('{"refused":"no"}')
  const response = await postForm()
  const html = await response.text()
  expect([response.status, html.includes(`<h1>${title}</h1>`)]).toEqual([status, true])
  expect(html).toContain('href="/e/7?seats=2"')
})

test.each([`${origin}//evil.example/`, `${origin}/.//evil.example/`, 'https://evil.example/e/7', 'nonsense', ''])(
  'the link back does not follow %j',
  async (referer) => {
    servers.search.answer = (_request, response) => void response.writeHead(409).end('{"refused":"no"}')
    const html = await (await postForm({ referer })).text()
    expect(html).not.toContain('evil.example')
    expect(html).toMatch(/<a [^>]*href="\/"/)
  },
)

test('a form without a session shows a page that leads to the sign-in and back', async () => {
  servers.search.answer = (_request, response) => void response.writeHead(401).end('{"refused":"sign-in-needed"}')
  const html = await (await postForm()).text()
  expect(html).toContain('href="/sign-in?next=%2Fe%2F7%3Fseats%3D2"')
})

test('the page of a failed form is in the language of the reader', async () => {
  servers.search.answer = answerFault
  expect(await (await postForm({ 'accept-language': 'de' })).text()).toContain('<h1>Das hat nicht geklappt</h1>')
})

test('a form of a foreign page is refused with a page whose link leads to this site', async () => {
  const response = await postForm({ origin: 'https://elsewhere.example', referer: 'https://elsewhere.example/e/7' })
  const html = await response.text()
  expect([response.status, requests]).toEqual([403, []])
  expect(html).toContain('<a href="/">Go back</a>')
})

test('a redirect after a form is passed on as it is; a script gets its JSON', async () => {
  servers.search.answer = (_request, response) => void response.writeHead(303, { location: '/bookings/b1' }).end()
  expect((await postForm()).headers.get('location')).toBe('/bookings/b1')
  servers.search.answer = (_request, response) => void response.writeHead(409).end('{"refused":"no"}')
  expect(await (await postForm({ 'x-fernweh': '1' })).json()).toEqual({ refused: 'no' })
})

test('bffs are told the client’s address, and no client can set it', async () => {
  await postForm({ 'x-fernweh-client': '6.6.6.6' }, '6.6.6.6, 1.2.3.4')
  expect(requests[0]?.headers['x-fernweh-client']).toBe('1.2.3.4')
  await visit({ 'x-fernweh-client': '6.6.6.6' })
  expect(requests.slice(1).every(({ headers }) => headers['x-fernweh-client'] !== '6.6.6.6')).toBe(true)
})

test('a flood from one network is refused; other networks and reads are served', async () => {
  const flood = await Promise.all(Array.from({ length: WRITES_PER_MINUTE + 1 }, () => postForm({}, '7.7.7.7')))
  const refused = flood.filter(({ status }) => status === 429)
  expect([refused.length, requests.length]).toEqual([1, WRITES_PER_MINUTE])
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused[0]?.text()).toContain('Too many requests')
  expect((await postForm({}, '8.8.8.8')).status).toBe(200)
  expect((await fetch(`${url}/e/7`, { headers: { 'x-forwarded-for': '7.7.7.7' } })).status).toBe(200)
})

test('a foreign page reaches no bff; a page of this site does', async () => {
  const write = (headers: Record<string, string>) => fetch(`${url}/api/search/x`, { method: 'POST', headers })
  expect((await write({ origin: 'https://elsewhere.example', 'x-fernweh': '1' })).status).toBe(403)
  expect((await write({ 'sec-fetch-site': 'cross-site', 'x-fernweh': '1' })).status).toBe(403)
  expect(requests).toEqual([])
  expect((await write({ origin, 'sec-fetch-site': 'same-origin', 'x-fernweh': '1' })).status).toBe(200)
  expect(requests).toHaveLength(1)
})

test('a body that is too large is not passed on', async () => {
  const headers = { 'x-fernweh': '1' }
  const response = await fetch(`${url}/api/search/x`, { method: 'POST', headers, body: 'x'.repeat(70_000) })
  expect([response.status, requests]).toEqual([413, []])
})
