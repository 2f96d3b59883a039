/** Which of a traveller's filters an experience does not match. */
import type { SearchFilters } from '@fernweh/contracts/api/search'
import { fractionDigitsOf } from '@fernweh/contracts/browser/money-format'
import { type FilterName, filterFields, filterNames } from '@fernweh/contracts/browser/search-filters'
import { toAllCityNames } from '@fernweh/contracts/city-names'
import { toStartOfDay } from '@fernweh/contracts/zones'
import {
  anySession,
  type PublishedDetails,
  type SessionFilter,
  type SessionRecord,
  soonestSession,
} from './experience.ts'
import { toNameKey } from './words.ts'

/** One bit each. Words are looked up in the index before. */
export const UNMET = { category: 1, city: 2, country: 4, price: 8, session: 16 } as const

export interface FilterMatch {
  /** The sum of the filters that do not match; sessions are looked at only where at most one other filter fails. */
  unmet: number
  session: SessionRecord | null
}

export function createFilterMatcher(
  filters: Omit<SearchFilters, 'q'>,
  now: number,
): (experience: PublishedDetails) => FilterMatch {
  const { category, country, price, currency } = filters
  const isCity = toIsCity(filters.city)
  const filtersSessions = filters.from !== undefined || filters.to !== undefined || filters.seats !== undefined
  const sessionFilterOf = toSessionFilters(filters)
  const digits = currency === undefined ? 0 : fractionDigitsOf(currency)
  const maxAmount = price === undefined ? Number.POSITIVE_INFINITY : price * 10 ** digits

  return function matchFilters(experience) {
    const { details } = experience
    let unmet = 0
    if (category !== undefined && details.category !== category) unmet += UNMET.category
    if (!isCity(details)) unmet += UNMET.city
    if (country !== undefined && details.country !== country) unmet += UNMET.country
    if (currency !== undefined && (details.price.currency !== currency || details.price.amount > maxAmount))
      unmet += UNMET.price
    if ((unmet & (unmet - 1)) !== 0) return { unmet: unmet | UNMET.session, session: null }
    const session = soonestSession(experience, now, filtersSessions ? sessionFilterOf(details.zone) : anySession)
    if (filtersSessions && session === null) unmet += UNMET.session
    return { unmet, session }
  }
}

/** By any of its names. Computes the keys of each city once. */
function toIsCity(wanted: string | undefined): (place: { city: string; country: string }) => boolean {
  if (wanted === undefined) return () => true
  const key = toNameKey(wanted)
  const known = new Map<string, boolean>()
  return ({ city, country }) => {
    const place = country + city
    const answer = known.get(place) ?? toAllCityNames(city, country).some((name) => toNameKey(name) === key)
    known.set(place, answer)
    return answer
  }
}

/** Days begin and end by the clock of the place; computed once for each zone. */
function toSessionFilters({ from, to, seats = 1 }: Omit<SearchFilters, 'q'>): (zone: string) => SessionFilter {
  const known = new Map<string, SessionFilter>()
  return (zone) => {
    const filter = known.get(zone) ?? {
      from: from === undefined ? anySession.from : toStartOfDay(from, zone),
      to: to === undefined ? anySession.to : toStartOfDay(to, zone, 1),
      seats,
    }
    known.set(zone, filter)
    return filter
  }
}

/** The filters that are set. */
export function toActiveFilters(filters: SearchFilters): FilterName[] {
  return filterNames.filter((filter) => filterFields[filter].some((field) => (filters[field] ?? '') !== ''))
}

export function withoutFilter(filters: SearchFilters, filter: FilterName): SearchFilters {
  const fields: readonly string[] = filterFields[filter]
  return { q: '', ...Object.fromEntries(Object.entries(filters).filter(([field]) => !fields.includes(field))) }
}
