import { expect, test } from 'vitest'
import { releaseRecord } from './release.ts'

const record = { name: 'search', release: 'r1', files: {}, sizes: {} }
const home = { js: ['/assets/search/Home.js'], css: [], messages: [] }
const page = { path: '/', layout: 'list', main: 'search/Home' }

test('a record written when fragments were called parts reads like one of today', () => {
  const before = {
    ...record,
    parts: { Home: home },
    pages: [{ ...page, parts: { below: 'reviews/List' } }],
  }
  const today = { ...record, fragments: { Home: home }, pages: [{ ...page, fragments: { below: 'reviews/List' } }] }
  expect(releaseRecord.parse(before)).toEqual(releaseRecord.parse(today))
})

test('a record without fragments is refused', () => {
  expect(releaseRecord.safeParse({ ...record, pages: [page] }).success).toBe(false)
})
