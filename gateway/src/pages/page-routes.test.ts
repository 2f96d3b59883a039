import { expect, test } from 'vitest'
import { matchPage, toPages } from './page-routes.ts'

const remote = (name: string, pages: { path: string; main: string; fragments?: Record<string, string> }[]) => ({
  name,
  release: 'r1',
  fragments: {},
  files: {},
  sizes: {},
  pages: pages.map((page) => ({ layout: 'detail', fragments: {}, ...page })),
})

const pages = toPages(
  [
    remote('search', [
      { path: '/e/:id', main: 'search/Experience', fragments: { aside: 'bookings/Sessions' } },
      { path: '/', main: 'search/Find' },
    ]),
    remote('bookings', [{ path: '/e/new', main: 'bookings/New' }]),
  ],
  { menu: 'account/Menu' },
)

test.each([
  ['/', 'search/Find', {}],
  ['/e/7', 'search/Experience', { id: '7' }],
  ['/e/caf%C3%A9', 'search/Experience', { id: 'café' }],
  ['/e/new', 'bookings/New', {}],
])('%s is answered by %s', (path, main, params) => {
  const match = matchPage(pages, path)
  expect(match?.page.fragments.main).toBe(main)
  expect(match?.params).toEqual(params)
})

test.each(['/e', '/e/', '/e/7/more', '/E/7', '/e/%E0%A4', '/%E0%A4', '//'])('%s is no page', (path) => {
  expect(matchPage(pages, path)).toBeNull()
})

test('slots are the owning fragment, the fragments beside it, and the frame', () => {
  const fragments = { main: 'search/Experience', aside: 'bookings/Sessions', menu: 'account/Menu' }
  expect(matchPage(pages, '/e/7')?.page.fragments).toEqual(fragments)
})

test('a page for developers exists only in development', () => {
  const ui = {
    ...remote('ui', []),
    pages: [{ path: '/ui', layout: 'list', main: 'ui/All', fragments: {}, only: 'development' as const }],
  }
  expect(matchPage(toPages([ui], {}), '/ui')).toBeNull()
  expect(matchPage(toPages([ui], {}, true), '/ui')?.page.path).toBe('/ui')
})
