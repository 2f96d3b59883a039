import { expect, test } from 'vitest'
import { toXml } from './sitemap.ts'

test('no address leaves its element', () => {
  expect(toXml('urlset', 'url', [`https://a.example/e/"<&>'`])).toContain(
    '<url><loc>https://a.example/e/&quot;&lt;&amp;&gt;&#39;</loc></url>',
  )
})
