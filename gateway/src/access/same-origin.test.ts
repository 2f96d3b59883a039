import { expect, test } from 'vitest'
import { isOwnOrigin, mayWrite } from './same-origin.ts'

const origin = 'https://fernweh.example'
const foreign = 'https://elsewhere.example'
const form = 'application/x-www-form-urlencoded'

test.each([
  ['a script of our page', { origin, 'sec-fetch-site': 'same-origin', 'x-fernweh': '1' }],
  ['a form of our page', { origin, 'sec-fetch-site': 'same-origin', 'content-type': form }],
  ['a program with the header', { 'x-fernweh': '1' }],
])('%s may write', (_who, headers) => expect(mayWrite(headers, origin)).toBe(true))

test.each([
  ['a foreign page', { origin: foreign, 'sec-fetch-site': 'cross-site', 'x-fernweh': '1' }],
  ['a foreign page of the same site', { origin, 'sec-fetch-site': 'same-site', 'x-fernweh': '1' }],
  ['an old browser on a foreign page', { origin: foreign, 'x-fernweh': '1' }],
  ['a page that hides its origin', { origin: 'null', 'content-type': form }],
  ['a foreign form', { origin: foreign, 'content-type': form }],
  ['a form without an origin', { 'content-type': form }],
  [
    'a JSON write of our page without the header',
    { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
  ],
  ['an address typed into the address bar', { 'sec-fetch-site': 'none', 'x-fernweh': '1' }],
])('%s may not write', (_who, headers) => expect(mayWrite(headers, origin)).toBe(false))

test('a foreign page may not even read', () => {
  expect(isOwnOrigin({ 'sec-fetch-site': 'cross-site' }, origin)).toBe(false)
  expect(isOwnOrigin({ 'sec-fetch-site': 'same-origin' }, origin)).toBe(true)
  expect(isOwnOrigin({}, origin)).toBe(true)
})
