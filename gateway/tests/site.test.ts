import { afterAll, beforeEach, expect, test } from 'vitest'
import { origin, startTestGateway } from '../testing/test-gateway.ts'

const { url, servers, requests, reset, visit, close } = await startTestGateway()
beforeEach(reset)
afterAll(close)

test('a page is in the language its address names, and so is a fragment that comes late', async () => {
  const cookie = 'fernweh-language=ar'
  const { html } = await visit({ cookie }, '/e/7?lang=de')
  expect(html).toContain('<html lang="de"')
  await fetch(`${url}/fragment/reviews/List?url=${encodeURIComponent('/e/7?lang=de')}`, { headers: { cookie } })
  expect(requests.filter(({ url }) => url?.includes('List')).map(({ headers }) => headers['accept-language'])).toEqual([
    'de',
    'de',
  ])
})

test('choosing another language leads to the address that names none', async () => {
  const answer = await fetch(`${url}/language`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'language=ar&back=/e/7%3Flang%3Dde%26seats%3D2',
  })
  expect(answer.headers.get('location')).toBe('/e/7?seats=2')
})

test('what the owning fragment says of a page stands in its head', async () => {
  const head = { status: 200, title: 'Tram · Fernweh', meta: { canonical: '/e/7', structured: { name: '</script>' } } }
  servers.search.answer = (_request, response) => void response.end(`${JSON.stringify(head)}\n<div data-root></div>`)
  const { html } = await visit()
  expect(html.slice(0, html.indexOf('</head>'))).toContain(`<link rel="canonical" href="${origin}/e/7">`)
  expect(html).toContain('{"name":"\\u003c/script>"}')
})

test('the operator’s pages are in the reader’s language, beside the menu of every page', async () => {
  const { status, html } = await visit({ 'accept-language': 'de' }, '/imprint')
  expect(status).toBe(200)
  expect(html).toContain('<title>Impressum · Fernweh</title>')
  expect(html).toContain('<h1>Impressum</h1>')
  expect(html).toContain('a menu')
  expect(html).toContain(`hreflang="ar" href="${origin}/imprint?lang=ar"`)
})

test('robots.txt names the sitemap and what is no page', async () => {
  const answer = await fetch(`${url}/robots.txt`)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(await answer.text()).toBe(
    `User-agent: *\nDisallow: /api/\nDisallow: /fragment/\nDisallow: /live/\nSitemap: ${origin}/sitemap.xml\n`,
  )
})

test('the sitemap is what the bff of the experiences answers', async () => {
  servers.search.answer = (request, response) => {
    response.statusCode = request.url === '/api/sitemap-9.xml' ? 404 : 200
    response.end(`<urlset>${request.url}</urlset>`)
  }
  const first = await fetch(`${url}/sitemap.xml`)
  expect(first.headers.get('content-type')).toContain('application/xml')
  expect(await first.text()).toBe('<urlset>/api/sitemap.xml</urlset>')
  expect(await (await fetch(`${url}/sitemap-2.xml`)).text()).toBe('<urlset>/api/sitemap-2.xml</urlset>')
  expect((await fetch(`${url}/sitemap-9.xml`)).status).toBe(404)
})
