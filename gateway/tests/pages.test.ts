import { afterAll, beforeEach, expect, test } from 'vitest'
import { OPS_TOKEN, origin, startTestGateway } from '../testing/test-gateway.ts'
import { answerFault, answerFragment } from '../testing/test-server.ts'

const { url, servers, requests, releases, releaseFolder, reset, visit, close } = await startTestGateway()
beforeEach(reset)
afterAll(close)

test('a page is its fragments, each in its slot, with the record and the scripts', async () => {
  const { status, html, headers } = await visit()
  expect(status).toBe(200)
  for (const fragment of ['an experience', 'its reviews', 'a menu'])
    expect(html).toContain(`<div data-root>${fragment}</div>`)
  expect(html).toMatch(/<section slot="main" data-fragment="search\/Experience" id="main"/)
  const at = (text: string) => html.indexOf(text)
  expect(at('an experience')).toBeLessThan(at('id="release-record"'))
  expect(at('id="release-record"')).toBeLessThan(at('<script async'))
  expect(headers.get('integrity-policy')).toBe('blocked-destinations=(script)')
  expect(headers.get('referrer-policy')).toBe('same-origin')
})

test('a bff is sent the page, its parameters and the active release', async () => {
  await visit()
  const { searchParams } = new URL(requests.find((request) => request.url?.includes('List'))?.url ?? '', url)
  expect(Object.fromEntries(searchParams)).toEqual({ release: 'r1', url: '/e/7?seats=2', params: '{"id":"7"}' })
})

test('a fragment that fails leaves its slot empty and the page standing', async () => {
  servers.reviews.answer = answerFault
  const { status, html } = await visit()
  expect([status, html.includes('slot="below" data-fragment')]).toEqual([200, false])
  expect(html).toContain('an experience')
})

test('a fragment that breaks off is not written at all', async () => {
  servers.reviews.answer = (_request, response) => {
    response.write('{"status":200,"title":"x"}\n<div data-root>half')
    setTimeout(() => response.destroy(), 20)
  }
  const { status, html } = await visit()
  expect([status, html.includes('half')]).toEqual([200, false])
})

test('the owning fragment decides: not found comes without record and scripts', async () => {
  servers.search.answer = answerFragment(404, 'no such experience')
  const { status, html } = await visit()
  expect(status).toBe(404)
  expect(html).toContain('no such experience')
  expect(html).not.toMatch(/release-record|<script|its reviews/)
})

test('the owning fragment decides: a redirect within this site', async () => {
  servers.search.answer = answerFragment(303, '', { location: '/sign-in' })
  const { status, headers } = await visit()
  expect([status, headers.get('location')]).toEqual([303, '/sign-in'])
})

test('without the owning fragment there is a friendly page and a 503', async () => {
  servers.search.answer = answerFault
  const { status, html } = await visit()
  expect(status).toBe(503)
  expect(html).toContain('Nothing you did is lost')
  expect(html).not.toContain('<script')
})

test('an address without a page is a page and a 404', async () => {
  const { status, html } = await visit({}, '/nowhere')
  expect([status, html.includes('Page not found')]).toEqual([404, true])
})

test('an address longer than any fragment reads is a 404 and reaches no bff', async () => {
  expect((await visit({}, `/e/7?${'x'.repeat(2000)}`)).status).toBe(404)
  expect(requests).toEqual([])
})

test('an unexpected failure is a page with a link for a browser, and JSON for everything else', async () => {
  servers.search.answer = answerFragment(303, '')
  const { status, html } = await visit({ accept: 'text/html' })
  expect([status, html.includes('<h1>Temporarily unavailable</h1>')]).toEqual([500, true])
  expect(html).toContain('<a href="/e/7?seats=2">Try again</a>')
  expect(await (await fetch(`${url}/e/7`)).json()).toHaveProperty('fault')
})

test('metrics, and why the gateway is not ready, are for operators', async () => {
  const authorization = `Bearer ${OPS_TOKEN}`
  expect((await fetch(`${url}/metrics`)).status).toBe(403)
  expect((await fetch(`${url}/metrics`, { headers: { authorization } })).status).toBe(200)
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ ready: true })
  expect(await (await fetch(`${url}/readyz`, { headers: { authorization } })).json()).toEqual({ ready: true, why: [] })
})

test('which releases are active is for operators, and changes with the next page', async () => {
  const authorization = `Bearer ${OPS_TOKEN}`
  const active = async () => (await fetch(`${url}/ops/releases`, { headers: { authorization } })).json()
  expect((await fetch(`${url}/ops/releases`)).status).toBe(403)
  expect(await active()).toEqual({ releases: { shell: 'r1', search: 'r1', reviews: 'r1', account: 'r1' } })
  await releaseFolder.publish('reviews', {}, 'r2')
  await releases.refresh()
  expect(await active()).toMatchObject({ releases: { reviews: 'r2' } })
  await releaseFolder.activate('reviews', 'r1')
  await releases.refresh()
})

test('a page names its worker and what may be fetched ahead, and its policy admits both', async () => {
  const { headers, html } = await visit()
  expect(headers.get('speculation-rules')).toBe('"/assets/shell/prefetch.speculationrules"')
  expect(headers.get('content-security-policy')).toContain(`worker-src ${origin}/service-worker.js;`)
  expect(JSON.parse(/id="release-record">(.*?)<\/script>/.exec(html)?.[1] ?? '{}')).toMatchObject({ worker: true })
  const rules = await fetch(`${url}/assets/shell/prefetch.speculationrules`)
  expect([rules.status, rules.headers.get('content-type')]).toEqual([200, 'application/speculationrules+json'])
  servers.search.answer = answerFragment(404, 'no such experience')
  expect((await visit()).headers.get('speculation-rules')).toBeNull()
})
