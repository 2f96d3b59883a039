import { createHash } from 'node:crypto'
import type { PageRecord } from '@fernweh/contracts/release'
import { expect, test } from 'vitest'
import type { ActiveReleases } from '../releases/active-releases.ts'
import type { Assets } from '../releases/assets.ts'
import { toContentPolicy } from './content-policy.ts'
import { createDocument } from './document.ts'
import { matchPage, toPages } from './page-routes.ts'

const origin = 'https://fernweh.example'
const none = { fragments: {}, pages: [], files: {}, sizes: {} }
const integrity = (name: string) => `sha384-${name}`

function remote(name: string, fragments: string[], pages: ActiveReleases['shell']['pages'] = []) {
  const js = (fragment: string) => `/assets/${name}/${fragment}.js`
  const css = (fragment: string) => `/assets/${name}/${fragment}.css`
  const entry = `/assets/${name}/remoteEntry.js`
  const files = [entry, ...fragments.flatMap((fragment) => [js(fragment), css(fragment)])]
  return {
    ...none,
    name,
    release: `${name}-1`,
    entry,
    pages,
    fragments: Object.fromEntries(
      fragments.map((fragment) => [fragment, { js: [js(fragment)], css: [css(fragment)], messages: [] }]),
    ),
    files: Object.fromEntries([...files, 'server/1.cjs'].map((file) => [file, integrity(file)])),
  }
}

const search = remote(
  'search',
  ['Find', 'Experience'],
  [{ path: '/e/:id', layout: 'detail', main: 'search/Experience', fragments: { aside: 'reviews/List' } }],
)
const remotes = [search, remote('reviews', ['List']), remote('account', ['Menu', 'SignIn'])]
const frame = (text: string) =>
  `<slot name="main"></slot><a href="/e/7">seven</a><p>${text}</p><form action="/language"><!-- languages --></form>`
const shell = {
  ...none,
  name: 'shell',
  release: 's1',
  scripts: ['/assets/shell/react.js', '/assets/shell/main.js'],
  files: {
    '/assets/shell/react.js': integrity('react'),
    '/assets/shell/main.js': integrity('main'),
    '/assets/shell/a.woff2': integrity('a'),
  },
  css: 'body{margin:0}',
  icon: '/assets/shell/mark.svg',
  touchIcon: '/assets/shell/icon-180.png',
  manifests: { en: '/assets/shell/app-en.webmanifest', de: '/assets/shell/app-de.webmanifest' },
  themeColours: { light: '#fff', dark: '#000' },
  layouts: { detail: { html: { en: frame('In English'), de: frame('Auf Deutsch') }, css: ':host{display:flex}' } },
  frame: { menu: 'account/Menu' },
}
const releases: ActiveReleases = {
  shell,
  remotes: new Map(remotes.map((record) => [record.name, record])),
  pages: toPages(remotes, shell.frame),
}
const assets: Assets = {
  async get(file) {
    if (file.includes('reviews')) throw new Error('tampered')
    return { raw: Buffer.from(`/* ${file} */`), brotli: null }
  },
}

async function open({
  interactive = true,
  tag = 'en',
  ...title
}: {
  interactive?: boolean
  tag?: string
  refresh?: number
  preloads?: string
} = {}) {
  const match = matchPage(releases.pages, '/e/7')
  if (!match) throw new Error('no page')
  const document = await createDocument(releases, match.page, {
    assets,
    origin,
    formTargets: ['https://checkout.example'],
    languages: ['en', 'de'],
    tag,
    interactive,
    url: '/e/7',
    params: { id: '</script>' },
  })
  const html = document.open({ title: 'A <b>', ...title }) + document.scripts
  return { html, headers: document.headers, policy: document.headers['content-security-policy'] ?? '' }
}

const recordOf = (html: string) => /id="release-record">(.*?)<\/script>/.exec(html)?.[1] ?? ''

test('every inline style is hashed in the policy, and no other style is allowed', async () => {
  const { html, policy } = await open()
  const styles = [...html.matchAll(/<style>(.*?)<\/style>/g)].map(([, text]) => text ?? '')
  expect(styles).toEqual([
    shell.css,
    '/* /assets/search/Experience.css */',
    '/* /assets/account/Menu.css */',
    ':host{display:flex}',
  ])
  const hashes = styles.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  expect(/style-src ([^;]*)/.exec(policy)?.[1]?.split(' ')).toEqual(hashes)
})

test('scripts come from the assets of this host only, under Trusted Types', () => {
  const policy = toContentPolicy(origin, [])
  expect(policy).toContain(`script-src ${origin}/assets/;`)
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default")
  expect(policy).not.toMatch(/unsafe|nonce/)
})

test('a form may lead to this origin and to those that are named, and nowhere else', async () => {
  expect((await open()).policy).toContain("form-action 'self' https://checkout.example;")
  expect(toContentPolicy(origin, [])).toContain("form-action 'self';")
})

test('the record names what this page may load, with its integrity, and nothing else', async () => {
  const record = JSON.parse(recordOf((await open()).html)) as PageRecord
  expect(Object.keys(record.files).sort()).toEqual([
    '/assets/account/Menu.js',
    '/assets/account/remoteEntry.js',
    '/assets/reviews/List.js',
    '/assets/reviews/remoteEntry.js',
    '/assets/search/Experience.js',
    '/assets/search/remoteEntry.js',
    '/assets/shell/main.js',
    '/assets/shell/react.js',
  ])
  expect(record.fragments).toEqual({ main: 'search/Experience', aside: 'reviews/List', menu: 'account/Menu' })
  expect(record.remotes.reviews).toEqual({ entry: '/assets/reviews/remoteEntry.js', release: 'reviews-1' })
})

test('every script and preload has its integrity; what belongs to the frame is not preloaded', async () => {
  const { html } = await open()
  const loads = html.match(/<(script async|link rel="preload")[^>]*>/g) ?? []
  expect(loads).toHaveLength(6)
  for (const load of loads) expect(load).toMatch(/integrity="sha384-.+" crossorigin="anonymous"/)
  expect(loads.join()).not.toContain('account')
})

test('pictures that are seen first are preloaded ahead of everything else', async () => {
  const preloads = '<link rel="preload" as="image" href="/pictures/tiles/480.avif"/>'
  const { html } = await open({ preloads })
  expect(html.indexOf(preloads)).toBeGreaterThan(0)
  expect(html.indexOf(preloads)).toBeLessThan(html.indexOf('<style>'))
})

test('a page without scripts has no record either', async () => {
  const { html } = await open({ interactive: false })
  expect(html).not.toMatch(/<script|preload/)
})

test('text from outside stays text', async () => {
  const { html } = await open()
  expect(html).toContain('<title>A &lt;b&gt;</title>')
  expect(recordOf(html)).toContain('\\u003c/script>')
})

test('the link to the current page is marked as such', async () => {
  expect((await open()).html).toContain('<a href="/e/7" aria-current="page">')
})

test('a page names its language, to browsers and to caches, and its frame is in that language', async () => {
  const { html, headers } = await open({ tag: 'de-AT' })
  expect(html).toMatch(/^<!doctype html><html lang="de-AT" dir="ltr">/)
  expect(html).toContain('<p>Auf Deutsch</p>')
  expect(headers).toMatchObject({ 'content-language': 'de', vary: 'accept-language, cookie' })
  expect((await open({ tag: 'ar' })).html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
})

test('another language is one button away, and leads back to the page', async () => {
  const { html } = await open({ tag: 'de-AT' })
  expect(html).toContain(
    '<form action="/language"><input type="hidden" name="back" value="/e/7">' +
      '<button name="language" value="en" lang="en">English</button>' +
      '<button name="language" value="de" lang="de" aria-current="true">Deutsch</button></form>',
  )
})

test('a page can be put on a home screen, under its name in the language of the page', async () => {
  const { html } = await open({ tag: 'de-AT' })
  expect(html).toContain(
    '<link rel="icon" type="image/svg+xml" href="/assets/shell/mark.svg">' +
      '<link rel="apple-touch-icon" href="/assets/shell/icon-180.png">' +
      '<link rel="manifest" href="/assets/shell/app-de.webmanifest">' +
      '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fff">' +
      '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#000">',
  )
})

test('a page that waits is loaded again by itself only where there is no script', async () => {
  expect((await open({ refresh: 5 })).html).toContain('<noscript><meta http-equiv="refresh" content="5"></noscript>')
  expect((await open()).html).not.toContain('refresh')
})
