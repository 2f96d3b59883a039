/** Searches as URLs, e.g. `/find?city=Lisbon&seats=2`. Default values are left out. */
import { type FilterName, filterFields } from '@fernweh/contracts/browser/search-filters'
import { hasVisibleContent } from '@fernweh/contracts/browser/visible-text'
import type { SearchQuery } from '@fernweh/contracts/fragments/search'

export const FIND_PATH = '/find'

const DEFAULTS: Record<string, unknown> = { q: '', sort: 'best', page: 1 }

export function toSearchUrl(search: Partial<SearchQuery>): string {
  const given = Object.entries(search).filter(([name, value]) => value !== undefined && value !== DEFAULTS[name])
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return query === '' ? FIND_PATH : `${FIND_PATH}?${query}`
}

const NUMBER_FIELDS = ['seats', 'price', 'page']

/** Reads a search from a URL's query or a form; validation is the server's. */
export function parseSearchFields(fields: Iterable<[string, string]>): SearchQuery {
  const given = [...fields]
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => hasVisibleContent(value))
    .map(([name, value]) => [name, NUMBER_FIELDS.includes(name) ? Number(value) : value])
  const search: SearchQuery = { q: '', sort: 'best', page: 1, ...Object.fromEntries(given) }
  // A hidden field always sends the currency, which only counts together with a price.
  if (search.price === undefined) delete search.currency
  return search
}

/** URL of the first page of the same search with other values for some filters. */
export function withFilter(search: SearchQuery, filters: Partial<SearchQuery>): string {
  return toSearchUrl({ ...search, page: 1, ...filters })
}

export function withoutFilter(search: SearchQuery, filter: FilterName): string {
  return withFilter(search, Object.fromEntries(filterFields[filter].map((field) => [field, undefined])))
}
