import type { AnswerOf, QueryOf } from '@fernweh/contracts/api/operation'
import type { findExperiences } from '@fernweh/contracts/api/search'
import type { ExperienceCard } from '@fernweh/contracts/feeds/search'
import { createFulfil, takeBack, toMade, UNFULFILLED } from '../domain/fulfil.ts'
import { firstOf, type Match, ranksBy } from '../domain/order.ts'
import { toFound } from './cards.ts'
import { createCount } from './count.ts'
import type { Offers } from './offers.ts'

type Query = QueryOf<typeof findExperiences>

export function find(offers: Offers, query: Query, now: Date): AnswerOf<typeof findExperiences> {
  const { matches, categories, cities, currencies } = matching(offers, query, now)
  const total = matches.length
  const pages = Math.ceil(total / query.limit)
  const page = Math.min(query.page, Math.max(1, pages))
  const { latitude, longitude } = query
  const here = latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }
  const ranks = ranksBy(query.sort, { here, currencies })
  const shown = firstOf(matches, page * query.limit, ranks).slice((page - 1) * query.limit)
  const found = shown.map((match) => toFound(match, now))
  return { total, page, pages, found, categories, cities, currencies, without: total === 0 ? loosened() : {} }

  function loosened() {
    const made = toMade(query)
    const totals = made.map((wish) => [wish, matching(offers, takeBack(query, wish), now).matches.length] as const)
    return Object.fromEntries(totals.filter(([, total]) => total > 0))
  }
}

/** All that fulfils the wishes; and how many would, if only the category, or the city, were another. */
export function matching(offers: Offers, { q, ...wishes }: Pick<Query, 'q'> & Partial<Query>, now: Date) {
  const fulfil = createFulfil(wishes, now.getTime())
  const scores = offers.withWords(q)
  const matches: Match[] = []
  const categories = createCount<ExperienceCard['category']>()
  const cities = createCount<string>()
  const currencies = createCount<string>()
  const countries = new Map<string, string>()

  for (const offer of scores?.keys() ?? offers.published()) {
    const { missing, session } = fulfil(offer)
    const { category, city, country, price } = offer.details
    if ((missing & ~UNFULFILLED.category) === 0) categories.add(category)
    if ((missing & ~UNFULFILLED.city) === 0) {
      cities.add(city)
      countries.set(city, country)
    }
    if (missing !== 0) continue
    currencies.add(price.currency)
    matches.push({ offer, score: scores?.get(offer) ?? 0, session })
  }
  return {
    matches,
    categories: categories.ranked().map(([category, count]) => ({ category, count })),
    cities: cities.ranked().map(([city, count]) => ({ city, country: countries.get(city) ?? '', count })),
    currencies: currencies.ranked().map(([currency]) => currency),
  }
}
