import { expect, test } from 'vitest'
import { withQuery } from './page-path.ts'

test('sets and removes query fields and keeps the others', () => {
  expect(withQuery('/e/tram?reviews=2&from=2030-03-14', { from: '2030-03-16', seats: '4' })).toBe(
    '/e/tram?reviews=2&from=2030-03-16&seats=4',
  )
  expect(withQuery('/e/tram?from=2030-03-14', { from: null })).toBe('/e/tram')
})
