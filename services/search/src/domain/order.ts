import type { Sort } from '@fernweh/contracts/api/search'
import { type Place, toKilometres } from './distance.ts'
import type { OfferedSession, PublishedOffer } from './offer.ts'
import { toDampedRating, toPopularity } from './popularity.ts'

/** An experience that fulfils the wishes. */
export interface Match {
  offer: PublishedOffer
  /** By words; 0 without any. */
  score: number
  /** The soonest that fulfils them. */
  session: OfferedSession | null
}

/** The first rank in which two differ decides, the smaller first. */
export type Ranks = (match: Match) => number[]

interface Around {
  here: Place | undefined
  /** Commonest first. */
  currencies: readonly string[]
}

const startOf = ({ session }: Match) => session?.startsAt ?? Number.POSITIVE_INFINITY
const popularityOf = ({ offer }: Match) => toPopularity(offer.stars)
/** What nobody can book now comes after the rest. */
const isGone = ({ session }: Match) => (session === null ? 1 : 0)

export const byPopularity: Ranks = (match) => [isGone(match), -popularityOf(match)]

export function ranksBy(sort: Sort, { here, currencies }: Around): Ranks {
  switch (sort) {
    case 'best':
      return (match) => [-match.score, isGone(match), -popularityOf(match)]
    case 'soonest':
      return (match) => [startOf(match), -popularityOf(match)]
    case 'price':
      return (match) => {
        const { amount, currency } = match.offer.details.price
        return [isGone(match), currencies.indexOf(currency), amount]
      }
    case 'rating':
      return (match) => [isGone(match), -toDampedRating(match.offer.stars), -match.offer.stars.count]
    case 'near':
      return (match) => [isGone(match), here ? toKilometres(here, match.offer.details.place) : 0]
  }
}

interface Ranked {
  match: Match
  ranks: number[]
}

function compare(a: Ranked, b: Ranked): number {
  for (const [i, rank] of a.ranks.entries()) {
    const other = b.ranks[i] as number
    // Not by their difference, which infinities do not have.
    if (rank !== other) return rank < other ? -1 : 1
  }
  return a.match.offer.experienceId < b.match.offer.experienceId ? -1 : 1
}

/** The first so many in order, without putting all the others in order too. */
export function firstOf(matches: readonly Match[], many: number, ranks: Ranks): Match[] {
  let kept: Ranked[] = []
  let last: Ranked | undefined
  for (const match of matches) {
    const ranked = { match, ranks: ranks(match) }
    if (last && compare(last, ranked) < 0) continue
    kept.push(ranked)
    if (kept.length < 2 * many + 16) continue
    kept = kept.sort(compare).slice(0, many)
    last = kept.at(-1)
  }
  return kept
    .sort(compare)
    .slice(0, many)
    .map(({ match }) => match)
}

/** In the order given, but of each kind at most so many; the rest only where there is room left. */
export function spread(matches: readonly Match[], many: number, kindOf: (match: Match) => string): Match[] {
  const seen = new Set<string>()
  const isFirst = (match: Match) => !seen.has(kindOf(match)) && seen.add(kindOf(match)) !== undefined
  const first = matches.filter(isFirst).slice(0, many)
  const rest = matches.filter((match) => !first.includes(match)).slice(0, many - first.length)
  return [...first, ...rest]
}
