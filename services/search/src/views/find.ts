import type { AnswerOf, QueryOf } from '@fernweh/contracts/api/operation'
import type { findExperiences } from '@fernweh/contracts/api/search'
import { toCityNames } from '@fernweh/contracts/city-names'
import type { ExperienceCard } from '@fernweh/contracts/feeds/search'
import { createFilterMatcher, toActiveFilters, UNMET, withoutFilter } from '../domain/match-filters.ts'
import { type Match, ranksFor, topMatches } from '../domain/rank-matches.ts'
import { toSearchResult } from './cards.ts'
import { createCounter } from './counter.ts'
import type { Experiences } from './experiences.ts'

type Query = QueryOf<typeof findExperiences>

export function find(experiences: Experiences, query: Query, now: Date): AnswerOf<typeof findExperiences> {
  const { matches, holds, categories, cities, currencies } = findMatches(experiences, query, now)
  const total = matches.length
  const pages = Math.ceil(total / query.limit)
  const page = Math.min(query.page, Math.max(1, pages))
  const { latitude, longitude } = query
  const here = latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }
  const ranks = ranksFor(query.sort, { here, currencies })
  const shown = topMatches(matches, page * query.limit, ranks).slice((page - 1) * query.limit)
  const found = shown.map((match) => toSearchResult(match, now))
  return {
    total,
    page,
    pages,
    found,
    holds,
    categories,
    cities,
    currencies,
    without: total === 0 ? totalsWithoutEachFilter() : {},
  }

  function totalsWithoutEachFilter() {
    const activeFilters = toActiveFilters(query)
    const totals = activeFilters.map(
      (filter) => [filter, findMatches(experiences, withoutFilter(query, filter), now).matches.length] as const,
    )
    return Object.fromEntries(totals.filter(([, total]) => total > 0))
  }
}

/** Everything that matches the filters, and how much would with another category or another city. */
export function findMatches(experiences: Experiences, { q, ...filters }: Pick<Query, 'q'> & Partial<Query>, now: Date) {
  const matchFilters = createFilterMatcher(filters, now.getTime())
  const found = experiences.withWords(q)
  const matches: Match[] = []
  const categories = createCounter<ExperienceCard['category']>()
  const cities = createCounter<string>()
  const currencies = createCounter<string>()
  const countries = new Map<string, string>()

  for (const experience of found?.scores.keys() ?? experiences.published()) {
    const { unmet, session } = matchFilters(experience)
    const { category, city, country, price } = experience.details
    if ((unmet & ~UNMET.category) === 0) categories.add(category)
    if ((unmet & ~UNMET.city) === 0) {
      cities.add(city)
      countries.set(city, country)
    }
    if (unmet !== 0) continue
    currencies.add(price.currency)
    matches.push({ experience, score: found?.scores.get(experience) ?? 0, session })
  }
  return {
    matches,
    holds: found?.holds ?? 'all',
    categories: categories.ranked().map(([category, count]) => ({ category, count })),
    cities: cities.ranked().map(([city, count]) => toCity(city, countries.get(city) ?? '', count)),
    currencies: currencies.ranked().map(([currency]) => currency),
  }
}

function toCity(city: string, country: string, count: number) {
  return { city, cityNames: toCityNames(city, country), country, count }
}
