import { findExperiences } from '@fernweh/contracts/api/search'
import { withQuery } from '@fernweh/contracts/browser/page-path'
import type { FindData, SearchQuery } from '@fernweh/contracts/fragments/search'
import type { FragmentRequest, FragmentResponse, MessageRef } from '@fernweh/kit/server/fragments/fragments'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { SearchDeps } from '../deps.ts'
import { readSearch } from '../read-search.ts'

export async function queryFind({ url }: FragmentRequest, { search }: SearchDeps): Promise<FragmentResponse> {
  const query = readSearch(url)
  const data: FindData = { search: query, ...(await callOperation(search, findExperiences, { query })) }
  const meta = { description: { key: 'description.find' }, canonical: toCanonical(query) }
  return { title: toTitle(query), meta, data }
}

/** Kinds and cities are worth finding; every other search is a view of the same experiences. */
const toCanonical = ({ category, city }: SearchQuery) =>
  withQuery('/find', { category: category ?? null, city: city ?? null })

/** The same as mfe-search sets after another search on the same page. */
function toTitle({ q, city }: SearchQuery): MessageRef {
  if (q !== '') return { key: 'title.find-query', values: { q } }
  return city === undefined ? { key: 'title.find' } : { key: 'title.find-city', values: { city } }
}
