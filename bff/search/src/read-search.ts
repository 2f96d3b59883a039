import { searchFilters, sort } from '@fernweh/contracts/api/search'
import { hasVisibleContent } from '@fernweh/contracts/browser/visible-text'
import type { SearchQuery } from '@fernweh/contracts/fragments/search'
import { z } from 'zod'

/** Anybody may type an address: what is not understood is left out, as if it had not been asked for. */
const fields = {
  ...searchFilters.shape,
  q: z.string().trim().refine(hasVisibleContent),
  sort,
  page: z.coerce.number().int().min(1).max(1000),
}
const MAX_QUERY = 200

export function readSearch({ searchParams }: URL): SearchQuery {
  const read: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const { success, data } = field.safeParse(searchParams.get(name) || undefined)
    if (success) read[name] = data
  }
  const { q = '', sort: by = 'best', page = 1, ...rest } = read as Partial<SearchQuery>
  const search: SearchQuery = { ...rest, q: q.slice(0, MAX_QUERY), sort: by, page }
  // Distances from here nobody knows, and a number is a price only in a currency.
  if (search.sort === 'near') search.sort = 'best'
  if (search.price === undefined || search.currency === undefined) {
    delete search.price
    delete search.currency
  }
  return search
}
