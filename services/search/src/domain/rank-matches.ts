import type { Sort } from '@fernweh/contracts/api/search'
import { type Place, toKilometres } from './distance.ts'
import type { PublishedDetails, SessionRecord } from './experience.ts'
import { toDampedRating, toPopularity } from './popularity.ts'

/** An experience that matches the filters. */
export interface Match {
  experience: PublishedDetails
  /** Relevance of the words; 0 without any. */
  score: number
  /** The soonest that matches them. */
  session: SessionRecord | null
}

/** The first rank in which two differ decides, the smaller first. */
export type Ranks = (match: Match) => number[]

interface RankingContext {
  here: Place | undefined
  /** The most common first. */
  currencies: readonly string[]
}

const startOf = ({ session }: Match) => session?.startsAt ?? Number.POSITIVE_INFINITY
const popularityOf = ({ experience }: Match) => toPopularity(experience.ratings)
/** Experiences that cannot be booked now come last. */
const isUnavailable = ({ session }: Match) => (session === null ? 1 : 0)

export const byPopularity: Ranks = (match) => [isUnavailable(match), -popularityOf(match)]

export function ranksFor(sort: Sort, { here, currencies }: RankingContext): Ranks {
  switch (sort) {
    case 'best':
      return (match) => [-match.score, isUnavailable(match), -popularityOf(match)]
    case 'soonest':
      return (match) => [startOf(match), -popularityOf(match)]
    case 'price':
      return (match) => {
        const { amount, currency } = match.experience.details.price
        return [isUnavailable(match), currencies.indexOf(currency), amount]
      }
    case 'rating':
      return (match) => [
        isUnavailable(match),
        -toDampedRating(match.experience.ratings),
        -match.experience.ratings.count,
      ]
    case 'near':
      return (match) => [isUnavailable(match), here ? toKilometres(here, match.experience.details.place) : 0]
  }
}

interface Ranked {
  match: Match
  ranks: number[]
}

function compare(a: Ranked, b: Ranked): number {
  for (const [i, rank] of a.ranks.entries()) {
    const other = b.ranks[i] as number
    // Not by their difference, which is NaN for two infinities.
    if (rank !== other) return rank < other ? -1 : 1
  }
  return a.match.experience.experienceId < b.match.experience.experienceId ? -1 : 1
}

/** The first matches in order, without sorting all the others. */
export function topMatches(matches: readonly Match[], limit: number, ranks: Ranks): Match[] {
  let kept: Ranked[] = []
  let last: Ranked | undefined
  for (const match of matches) {
    const ranked = { match, ranks: ranks(match) }
    if (last && compare(last, ranked) < 0) continue
    kept.push(ranked)
    if (kept.length < 2 * limit + 16) continue
    kept = kept.sort(compare).slice(0, limit)
    last = kept.at(-1)
  }
  return kept
    .sort(compare)
    .slice(0, limit)
    .map(({ match }) => match)
}

/** Keeps the order, but takes the first of each key before any second one. */
export function diversify(matches: readonly Match[], limit: number, keyOf: (match: Match) => string): Match[] {
  const seen = new Set<string>()
  const isFirst = (match: Match) => !seen.has(keyOf(match)) && seen.add(keyOf(match)) !== undefined
  const first = matches.filter(isFirst).slice(0, limit)
  const rest = matches.filter((match) => !first.includes(match)).slice(0, limit - first.length)
  return [...first, ...rest]
}
