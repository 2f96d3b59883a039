/** Searches as addresses: `/find?city=Lisbon&seats=2`. What is as usual is left out. */
import { type FilterName, filterFields } from '@fernweh/contracts/browser/search-filters'
import type { SearchQuery } from '@fernweh/contracts/fragments/search'

export const FIND = '/find'

const USUAL: Record<string, unknown> = { q: '', sort: 'best', page: 1 }

export function toAddress(search: Partial<SearchQuery>): string {
  const given = Object.entries(search).filter(([name, value]) => value !== undefined && value !== USUAL[name])
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return query === '' ? FIND : `${FIND}?${query}`
}

const NUMBERS = ['seats', 'price', 'page']

/** What stands in an address or was typed into a form; whether it makes sense is for the server to say. */
export function readSearch(fields: Iterable<[string, string]>): SearchQuery {
  const given = [...fields]
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [name, NUMBERS.includes(name) ? Number(value) : value])
  const search: SearchQuery = { q: '', sort: 'best', page: 1, ...Object.fromEntries(given) }
  // The currency stands in a hidden field.
  if (search.price === undefined) delete search.currency
  return search
}

/** The same search from its first page with another wish in place of its own. */
export function withWish(search: SearchQuery, wish: Partial<SearchQuery>): string {
  return toAddress({ ...search, page: 1, ...wish })
}

export function withoutWish(search: SearchQuery, wish: FilterName): string {
  return withWish(search, Object.fromEntries(filterFields[wish].map((field) => [field, undefined])))
}
