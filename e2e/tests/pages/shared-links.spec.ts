import { expect, pickExperience, test } from '../../support/fixtures.ts'

test('a shared link has a preview, and search engines read what is offered, in every language', async ({
  visitor: page,
  stack,
}) => {
  const { experienceId } = await pickExperience(stack)
  const path = `/e/${experienceId}`
  await page.goto(`${path}?seats=3`)
  const contentOf = (property: string) => page.locator(`meta[property="${property}"]`).getAttribute('content')
  const title = await page.locator('h1').textContent()
  expect(await contentOf('og:title')).toBe(title)
  expect(await contentOf('og:url')).toBe(stack.url + path)
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', stack.url + path)
  expect(await contentOf('og:description')).toBe(await page.locator('meta[name="description"]').getAttribute('content'))

  const picture = (await contentOf('og:image')) ?? ''
  expect(picture).toMatch(new RegExp(`^${stack.url}/pictures/`))
  const bytes = await (await page.request.get(picture)).body()
  expect([bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual(['PNG', 1200, 630])

  const structured = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
  expect(structured).toMatchObject({
    '@type': 'Product',
    name: title,
    image: picture,
    offers: { price: expect.stringMatching(/^\d+(\.\d+)?$/), availability: 'https://schema.org/InStock' },
  })

  for (const language of ['en', 'de', 'ar']) {
    const address = await page.locator(`link[hreflang="${language}"]`).getAttribute('href')
    const html = await (await page.request.get(address ?? '')).text()
    expect(html).toMatch(new RegExp(`<html lang="${language}`))
    expect(html).toContain(`<link rel="canonical" href="${address}">`)
  }
  await expect(page.locator('link[hreflang="x-default"]')).toHaveAttribute('href', stack.url + path)
})

test('robots.txt leads to a sitemap with the pages and every experience', async ({ visitor: page, stack }) => {
  const { experienceId } = await pickExperience(stack)
  const robots = await (await page.request.get('/robots.txt')).text()
  const [, sitemap = ''] = /^Sitemap: (.+)$/m.exec(robots) ?? []
  const answer = await page.request.get(sitemap)
  expect(answer.headers()['content-type']).toContain('xml')
  const xml = await answer.text()
  const { root, addresses } = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'application/xml')
    const addresses = [...document.querySelectorAll('url > loc')].map(({ textContent }) => textContent)
    return { root: document.documentElement.nodeName, addresses }
  }, xml)
  expect(root).toBe('urlset')
  for (const path of ['/', '/find', `/e/${experienceId}`]) expect(addresses).toContain(stack.url + path)
  expect(addresses.length).toBeGreaterThan(100)
})

test('the footer leads to help, contact, terms, privacy and imprint, each a page of its own', async ({
  visitor: page,
}) => {
  await page.goto('/')
  const links = page.locator('footer nav a')
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(paths).toEqual(['/help', '/contact', '/terms', '/privacy', '/imprint'])
  for (const path of paths) {
    await links.and(page.locator(`[href="${path}"]`)).click()
    await expect(page).toHaveURL(path)
    await expect(page.locator('h1')).toBeVisible()
    await expect(links.and(page.locator(`[href="${path}"]`))).toHaveAttribute('aria-current', 'page')
    await expect(page.locator('[slot="menu"]').getByRole('link', { name: 'Sign in' })).toBeVisible()
  }
})
