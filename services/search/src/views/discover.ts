/** What the home page shows, and experiences similar to one. */
import type { AnswerOf, QueryOf } from '@fernweh/contracts/api/operation'
import type { discover as discoverOperation, SearchResult } from '@fernweh/contracts/api/search'
import { toCityNames } from '@fernweh/contracts/city-names'
import { toContinent } from '../domain/continents.ts'
import { type Place, toKilometres } from '../domain/distance.ts'
import type { PublishedDetails } from '../domain/experience.ts'
import { createFilterMatcher } from '../domain/match-filters.ts'
import { byPopularity, diversify, type Match, type Ranks, ranksFor, topMatches } from '../domain/rank-matches.ts'
import { toSearchResult } from './cards.ts'
import type { Experiences } from './experiences.ts'
import { findMatches } from './find.ts'

const CAROUSEL_SIZE = 8
/** The best ones from which a carousel picks different cities. */
const CANDIDATES = 400
const WEEK_MS = 7 * 86_400_000
const NEAR_KM = 60
const MAX_PICTURED = 8
const MAX_SIMILAR = 4

const cityOf = ({ experience }: Match) => experience.details.city

export function discover(
  experiences: Experiences,
  { near, interests }: QueryOf<typeof discoverOperation>,
  now: Date,
): AnswerOf<typeof discoverOperation> {
  const { matches, categories, cities } = findMatches(experiences, { q: '' }, now)
  const bookable = matches.filter(({ session }) => session !== null)
  const likedFirst = toLikedFirst(interests)
  const mostPopular = likedFirst(byPopularity)
  const popular = diversify(topMatches(bookable, CANDIDATES, mostPopular), CAROUSEL_SIZE, cityOf)
  const isThisWeek = ({ session }: Match) => (session?.startsAt ?? 0) < now.getTime() + WEEK_MS
  const week = bookable.filter((match) => isThisWeek(match) && !popular.includes(match))
  const soon = diversify(topMatches(week, CANDIDATES, likedFirst(soonest)), CAROUSEL_SIZE, cityOf)
  const show = (shown: Match[]): SearchResult[] => shown.map((match) => toSearchResult(match, now))
  return {
    near: toNear(experiences, near, bookable, mostPopular, now),
    popular: show(popular),
    soon: show(topMatches(soon, CAROUSEL_SIZE, soonest)),
    categories,
    cities: cities.map((city) => ({ ...city, continent: toContinent(city.country) })),
    pictured: toPictured(matches, [...popular, ...soon]),
  }
}

const soonest = ranksFor('soonest', { here: undefined, currencies: [] })

function toLikedFirst(interests: string): (ranks: Ranks) => Ranks {
  if (interests === '') return (ranks) => ranks
  const liked = new Set(interests.split(','))
  return (ranks) => (match) => [liked.has(match.experience.details.category) ? 0 : 1, ...ranks(match)]
}

/** The best picture of each city, rather one that does not stand elsewhere on the page. */
function toPictured(matches: readonly Match[], shown: readonly Match[]) {
  const withPicture = matches.filter(({ experience }) => experience.picture !== null)
  const unseenFirst: Ranks = (match) => [shown.includes(match) ? 1 : 0, ...byPopularity(match)]
  const best = topMatches(withPicture, CANDIDATES, unseenFirst)
  return diversify(best, MAX_PICTURED, cityOf).flatMap(({ experience: { details, picture } }) =>
    picture === null ? [] : [{ city: details.city, picture }],
  )
}

function toNear(experiences: Experiences, near: string, bookable: readonly Match[], ranks: Ranks, now: Date) {
  const [first] = near === '' ? [] : findMatches(experiences, { q: '', city: near }, now).matches
  if (!first) return null
  const around = bookable.filter(isWithin(first.experience.details.place, NEAR_KM))
  const found = topMatches(around, CAROUSEL_SIZE, ranks).map((match) => toSearchResult(match, now))
  const { city, country } = first.experience.details
  return { city, cityNames: toCityNames(city, country), found }
}

/** Nearby experiences, its own category first; then those farther away, its own category first. */
export function similar(experiences: Experiences, to: PublishedDetails, now: Date): SearchResult[] {
  const { place, category } = to.details
  const matchFilters = createFilterMatcher({}, now.getTime())
  const others = Array.from(
    experiences.published(),
    (experience): Match => ({ experience, score: 0, session: matchFilters(experience).session }),
  )
  const bookable = others.filter(({ experience, session }) => session !== null && experience !== to)
  const isNear = isWithin(place, NEAR_KM)
  const ranks = (match: Match) => [
    isNear(match) ? 0 : 1,
    match.experience.details.category === category ? 0 : 1,
    ...byPopularity(match),
  ]
  return topMatches(bookable, MAX_SIMILAR, ranks).map((match) => toSearchResult(match, now))
}

const isWithin =
  (here: Place, kilometres: number) =>
  ({ experience }: Match) =>
    toKilometres(here, experience.details.place) <= kilometres
