import { afterAll, beforeEach, expect, test } from 'vitest'
import { origin, startTestGateway } from '../testing/test-gateway.ts'

const { url, requests, reset, visit, close } = await startTestGateway()
beforeEach(reset)
afterAll(close)

test.each([
  ['the language the browser prefers', { 'accept-language': 'fr, de-at;q=0.8, en;q=0.5' }, 'de-AT'],
  ['the language chosen', { cookie: 'fernweh-language=ar', 'accept-language': 'de-AT' }, 'ar'],
])('a page and its fragments are in %s', async (_, headers, tag) => {
  const page = await visit(headers)
  expect(page.html).toContain(`<html lang="${tag}"`)
  expect([page.headers.get('content-language'), page.headers.get('vary')]).toEqual([
    tag.slice(0, 2),
    'accept-language, cookie',
  ])
  const fragmentRequests = requests.filter(({ url }) => url?.startsWith('/fragments/'))
  expect(fragmentRequests.map(({ headers }) => headers['accept-language'])).toEqual([tag, tag, tag])
})

test('the gateway’s own pages are in the language of the reader', async () => {
  const { html } = await visit({ 'accept-language': 'de' }, '/nowhere')
  expect(html).toContain('<h1>Seite nicht gefunden</h1>')
  expect(html).toContain('name="back" value="/nowhere"')
})

const chooseLanguage = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/language`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
      ...headers,
    },
    body,
  })

test('a language is chosen by a form, kept for a year, and the form leads back to its page', async () => {
  const answer = await chooseLanguage('language=de&back=/e/7%3Fseats%3D2')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/e/7?seats=2'])
  expect(answer.headers.get('set-cookie')).toBe(
    'fernweh-language=de; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax',
  )
})

test.each(['https://elsewhere.example/', '//elsewhere.example', '/.//elsewhere.example', '/\\elsewhere.example', ''])(
  'choosing a language does not lead to %j',
  async (back) => {
    const answer = await chooseLanguage(new URLSearchParams({ language: 'ar', back }).toString())
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
  },
)

test('a language that is not offered is refused, and so is a foreign page that chooses one', async () => {
  for (const language of ['fr', 'en-XA', '']) expect((await chooseLanguage(`language=${language}`)).status).toBe(400)
  const foreign = await chooseLanguage('language=de', { origin: 'https://elsewhere.example' })
  expect([foreign.status, foreign.headers.get('set-cookie')]).toEqual([403, null])
})
