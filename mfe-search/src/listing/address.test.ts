import type { SearchQuery } from '@fernweh/contracts/fragments/search'
import { expect, test } from 'vitest'
import { readSearch, toAddress, withoutWish, withWish } from './address.ts'

const search: SearchQuery = {
  q: 'wine & cheese',
  city: 'São Paulo',
  from: '2030-03-14',
  to: '2030-03-20',
  sort: 'soonest',
  page: 3,
}

test('a search becomes an address and comes back the same', () => {
  const address = toAddress(search)
  expect(address).toBe('/find?q=wine+%26+cheese&city=S%C3%A3o+Paulo&from=2030-03-14&to=2030-03-20&sort=soonest&page=3')
  expect(readSearch(new URL(address, 'http://page').searchParams)).toEqual(search)
})

test('what is as usual stays out of the address', () => {
  expect(toAddress({ q: '', sort: 'best', page: 1 })).toBe('/find')
})

test('a form gives numbers, no empty fields, and a currency only with a price', () => {
  const fields = { q: ' tea ', city: '', seats: '2', price: '', currency: 'EUR' }
  expect(readSearch(Object.entries(fields))).toEqual({ q: 'tea', seats: 2, sort: 'best', page: 1 })
  expect(readSearch(Object.entries({ ...fields, price: '40' }))).toMatchObject({ price: 40, currency: 'EUR' })
})

test('another wish begins at the first page; days are taken back together', () => {
  expect(withWish({ q: 'tea', sort: 'best', page: 3 }, { city: 'Kyoto' })).toBe('/find?q=tea&city=Kyoto')
  expect(withoutWish(search, 'when')).toBe('/find?q=wine+%26+cheese&city=S%C3%A3o+Paulo&sort=soonest')
})
