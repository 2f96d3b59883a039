import { findExperiences } from '@fernweh/contracts/api/search'
import { searchedCityIn } from '@fernweh/contracts/browser/city-names'
import { withQuery } from '@fernweh/contracts/browser/page-path'
import type { FindData, SearchQuery } from '@fernweh/contracts/fragments/search'
import type { FragmentRequest, FragmentResponse, MessageRef } from '@fernweh/kit/server/fragments/fragments'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { SearchDeps } from '../deps.ts'
import { readSearch } from '../read-search.ts'

export async function queryFind({ url, locale }: FragmentRequest, { search }: SearchDeps): Promise<FragmentResponse> {
  const query = readSearch(url)
  const answer = await callOperation(search, findExperiences, { query })
  const data: FindData = { search: withHostsCity(query, answer), ...answer }
  const meta = { description: { key: 'description.find' }, canonical: toCanonical(data.search) }
  return { title: toTitle(data, locale), meta, data }
}

/** A city is found by all its names; links and form fields have the one its host wrote. */
function withHostsCity(query: SearchQuery, { found: [first] }: Pick<FindData, 'found'>): SearchQuery {
  return query.city === undefined || !first ? query : { ...query, city: first.data.city }
}

/** Kinds and cities are worth finding; every other search is a view of the same experiences. */
const toCanonical = ({ category, city }: SearchQuery) =>
  withQuery('/find', { category: category ?? null, city: city ?? null })

/** The same as mfe-search sets after another search on the same page. */
function toTitle(data: FindData, locale: string): MessageRef {
  const { q } = data.search
  const city = searchedCityIn(data, locale)
  if (q !== '') return { key: 'title.find-query', values: { q } }
  return city === undefined ? { key: 'title.find' } : { key: 'title.find-city', values: { city } }
}
