import { expect, test } from 'vitest'
import { toSharedTags } from './shared-tags.ts'

const page = { origin: 'https://fernweh.example', url: '/e/7?seats=2&lang=de', languages: ['en', 'de', 'ar'] as const }
const tagsOf = (head: Partial<Parameters<typeof toSharedTags>[0]>, url = page.url) =>
  toSharedTags({ title: 'Tram 28 · Fernweh', ...head }, { ...page, languages: [...page.languages], url })

test('a page that has no public address says nothing about sharing', () => {
  expect(tagsOf({ description: 'Mine', picture: '/pictures/p/1200.png' })).toBe('')
})

test('a page names its address without what was chosen on it, and the same page in every language', () => {
  const tags = tagsOf({ canonical: '/e/7' })
  expect(tags).toContain('<link rel="canonical" href="https://fernweh.example/e/7?lang=de">')
  expect(Array.from(tags.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g), ([, ...link]) => link)).toEqual([
    ['en', 'https://fernweh.example/e/7?lang=en'],
    ['de', 'https://fernweh.example/e/7?lang=de'],
    ['ar', 'https://fernweh.example/e/7?lang=ar'],
    ['x-default', 'https://fernweh.example/e/7'],
  ])
  expect(tagsOf({ canonical: '/e/7' }, '/e/7?seats=2')).toContain('canonical" href="https://fernweh.example/e/7">')
})

test('a shared link has a preview with the picture under an absolute address', () => {
  const tags = tagsOf({ canonical: '/e/7', description: 'Up and down.', picture: '/pictures/p/1200.png' })
  const properties = Object.fromEntries(
    Array.from(tags.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g), ([, ...pair]) => pair),
  )
  expect(properties).toEqual({
    'og:type': 'website',
    'og:site_name': 'Fernweh',
    'og:title': 'Tram 28',
    'og:description': 'Up and down.',
    'og:url': 'https://fernweh.example/e/7?lang=de',
    'og:image': 'https://fernweh.example/pictures/p/1200.png',
    'og:image:type': 'image/png',
    'og:image:width': '1200',
    'og:image:height': '630',
    'twitter:card': 'summary_large_image',
  })
  expect(tagsOf({ canonical: '/e/7' })).toContain('<meta name="twitter:card" content="summary">')
})

test('nothing that a host wrote leaves its attribute or its element', () => {
  const evil = '"><script>alert(1)</script><!-- \' &'
  const tags = tagsOf({ canonical: '/e/7', title: evil, description: evil, structured: { name: evil } })
  expect(tags.match(/<script/g)).toEqual(['<script'])
  expect(tags).toContain('content="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- &#39; &amp;"')
  const [, json = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(tags) ?? []
  expect(JSON.parse(json)).toEqual({ name: evil })
})
