import type { SearchQuery } from '@fernweh/contracts/fragments/search'
import { expect, test } from 'vitest'
import { parseSearchFields, toSearchUrl, withFilter, withoutFilter } from './search-url.ts'

const search: SearchQuery = {
  q: 'wine & cheese',
  city: 'São Paulo',
  from: '2030-03-14',
  to: '2030-03-20',
  sort: 'soonest',
  page: 3,
}

test('a search survives the way to a URL and back', () => {
  const url = toSearchUrl(search)
  expect(url).toBe('/find?q=wine+%26+cheese&city=S%C3%A3o+Paulo&from=2030-03-14&to=2030-03-20&sort=soonest&page=3')
  expect(parseSearchFields(new URL(url, 'http://page').searchParams)).toEqual(search)
})

test('leaves defaults out of the URL', () => {
  expect(toSearchUrl({ q: '', sort: 'best', page: 1 })).toBe('/find')
})

test('reads a form: numbers, no empty fields, a currency only with a price', () => {
  const fields = { q: ' tea ', city: '', seats: '2', price: '', currency: 'EUR' }
  expect(parseSearchFields(Object.entries(fields))).toEqual({ q: 'tea', seats: 2, sort: 'best', page: 1 })
  expect(parseSearchFields(Object.entries({ ...fields, price: '40' }))).toMatchObject({ price: 40, currency: 'EUR' })
})

test('reads nothing from what nobody can see', () => {
  expect(parseSearchFields([['q', '\u3164\u200b']]).q).toBe('')
})

test('changing a filter starts at page one; both dates are removed together', () => {
  expect(withFilter({ q: 'tea', sort: 'best', page: 3 }, { city: 'Kyoto' })).toBe('/find?q=tea&city=Kyoto')
  expect(withoutFilter(search, 'when')).toBe('/find?q=wine+%26+cheese&city=S%C3%A3o+Paulo&sort=soonest')
})
