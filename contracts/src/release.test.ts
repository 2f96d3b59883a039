import { expect, test } from 'vitest'
import { releaseRecord } from './release.ts'

const record = { name: 'search', release: 'r1', files: {}, sizes: {} }
const home = { js: ['/assets/search/Home.js'], css: [], messages: [] }
const page = { path: '/', layout: 'list', main: 'search/Home' }

test('reads an old record with `parts` like one with `fragments`', () => {
  const before = {
    ...record,
    parts: { Home: home },
    pages: [{ ...page, parts: { below: 'reviews/List' } }],
  }
  const today = { ...record, fragments: { Home: home }, pages: [{ ...page, fragments: { below: 'reviews/List' } }] }
  expect(releaseRecord.parse(before)).toEqual(releaseRecord.parse(today))
})

test('rejects a record without fragments', () => {
  expect(releaseRecord.safeParse({ ...record, pages: [page] }).success).toBe(false)
})
