import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { origin, startTestBff, type TestBff } from '../testing/test-bff.ts'

let bff: TestBff
beforeAll(async () => {
  bff = await startTestBff()
})
afterAll(() => bff.stop())

const locations = (xml: string) => Array.from(xml.matchAll(/<loc>(.*?)<\/loc>/g), ([, location]) => location)

describe('the sitemap', () => {
  it('is one file of the pages and every experience, while they are not too many', async () => {
    const { status, type, xml } = await bff.sitemap('sitemap.xml', 1)
    expect([status, type]).toEqual([200, 'application/xml; charset=utf-8'])
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<urlset xmlns="http:\/\/www.sitemaps.org/)
    expect(locations(xml)).toEqual([`${origin}/`, `${origin}/find`, `${origin}/e/e1`, `${origin}/e/limit-49998`])
  })

  it('is an index where one file would hold more than 50,000 addresses', async () => {
    const { xml } = await bff.sitemap('sitemap.xml', 2)
    expect(xml).toContain('<sitemapindex ')
    expect(locations(xml)).toEqual([`${origin}/sitemap-1.xml`, `${origin}/sitemap-2.xml`])
    expect(locations((await bff.sitemap('sitemap-2.xml', 2)).xml)[0]).toBe(`${origin}/e/e2`)
    expect((await bff.sitemap('sitemap-3.xml', 2)).status).toBe(404)
    expect((await bff.sitemap('sitemap-0.xml', 2)).status).toBe(404)
  })
})
