/** What a visitor sees before wishing for anything, and beside what was chosen. */

import type { AnswerOf } from '@fernweh/contracts/api/operation'
import type { discover as discoverOperation, SearchResult } from '@fernweh/contracts/api/search'
import { toContinent } from '../domain/continents.ts'
import { type Place, toKilometres } from '../domain/distance.ts'
import { createFulfil } from '../domain/fulfil.ts'
import type { PublishedOffer } from '../domain/offer.ts'
import { byPopularity, firstOf, type Match, ranksBy, spread } from '../domain/order.ts'
import { toFound } from './cards.ts'
import { matching } from './find.ts'
import type { Offers } from './offers.ts'

const ON_A_SHELF = 8
/** Of so many best is chosen what is not all of one city. */
const CHOICE = 400
const WEEK_MS = 7 * 86_400_000
const NEAR_KM = 60
const SIMILAR = 4

const cityOf = ({ offer }: Match) => offer.details.city

export function discover(offers: Offers, near: string, now: Date): AnswerOf<typeof discoverOperation> {
  const { matches, categories, cities } = matching(offers, { q: '' }, now)
  const bookable = matches.filter(({ session }) => session !== null)
  const best = firstOf(bookable, CHOICE, byPopularity)
  const popular = spread(best, ON_A_SHELF, cityOf)
  const isThisWeek = ({ session }: Match) => (session?.startsAt ?? 0) < now.getTime() + WEEK_MS
  const week = bookable.filter((match) => isThisWeek(match) && !popular.includes(match))
  const soonest = firstOf(week, CHOICE, ranksBy('soonest', { here: undefined, currencies: [] }))
  const show = (shown: Match[]): SearchResult[] => shown.map((match) => toFound(match, now))
  return {
    near: toNear(offers, near, bookable, now),
    popular: show(popular),
    soon: show(spread(soonest, ON_A_SHELF, cityOf)),
    categories,
    cities: cities.map((city) => ({ ...city, continent: toContinent(city.country) })),
  }
}

function toNear(offers: Offers, near: string, bookable: readonly Match[], now: Date) {
  const [first] = near === '' ? [] : matching(offers, { q: '', city: near }, now).matches
  if (!first) return null
  const around = bookable.filter(isWithin(first.offer.details.place, NEAR_KM))
  const found = firstOf(around, ON_A_SHELF, byPopularity).map((match) => toFound(match, now))
  return { city: first.offer.details.city, found }
}

/** Around it, its own category first; where there is too little, more of its category from farther away. */
export function similar(offers: Offers, to: PublishedOffer, now: Date): SearchResult[] {
  const { place, category } = to.details
  const fulfil = createFulfil({}, now.getTime())
  const others = Array.from(offers.published(), (offer): Match => ({ offer, score: 0, session: fulfil(offer).session }))
  const bookable = others.filter(({ offer, session }) => session !== null && offer !== to)
  const isNear = isWithin(place, NEAR_KM)
  const ranks = (match: Match) => [
    isNear(match) ? 0 : 1,
    match.offer.details.category === category ? 0 : 1,
    ...byPopularity(match),
  ]
  return firstOf(bookable, SIMILAR, ranks).map((match) => toFound(match, now))
}

const isWithin =
  (here: Place, kilometres: number) =>
  ({ offer }: Match) =>
    toKilometres(here, offer.details.place) <= kilometres
