/** What is stored of a word in a text, and what a query looks up. */
import { stemsOf } from './stems.ts'
import { isUnspaced, pairsOf, segmentsOf, toRuns } from './unspaced.ts'
import { fold, partsOf, spellingsOf, tokensOf } from './words.ts'

/** A word in one of its spellings, with its stems; of scripts without spaces, a pair of characters. */
export interface Term {
  word: string
  stems: readonly string[]
}

/** Terms of a token, which `tokensOf` gives, in a text of that language. */
export function termsOf(token: string, language: string | null): Term[] {
  const parts = partsOf(token)
  const runs = parts.flatMap(toRuns)
  const words = [...runs.filter((run) => !isUnspaced(run)), ...joinedOf(parts)].flatMap(spellingsOf)
  const pairs = runs.filter(isUnspaced).flatMap(foldedPairs)
  return [
    ...words.map((word) => ({ word, stems: stemsOf(word, language) })),
    ...pairs.map((word) => ({ word, stems: [] })),
  ]
}

const foldedPairs = (run: string) => pairsOf(fold(run))

/** `e`, `bike`, `tour` → `ebike`, `biketour`, `ebiketour`: somebody may write them without a hyphen. */
function joinedOf(parts: readonly string[]): string[] {
  if (parts.length === 1 || parts.some(isUnspaced)) return []
  const neighbours = parts.slice(1).map((part, i) => `${parts[i]}${part}`)
  return parts.length === 2 ? neighbours : [...neighbours, parts.join('')]
}

/** Found where one of its spellings is, or a word with one of its stems. */
export interface Lookup {
  spellings: readonly string[]
  stems: readonly string[]
  /**
   * Where words that begin with it are found too: `always` of the word that may still be typed, of any other `if-unknown` as a
   * word, since it is then a beginning.
   */
  asBeginning: 'always' | 'if-unknown' | 'never'
}

/** A word of a query: ways to write it, of which one is enough. A way consists of lookups, which are all needed. */
export type Wanted = readonly (readonly Lookup[])[]

/** One letter begins too many words, unless it is being typed. */
const MIN_BEGINNING = 2

export function toWanted(query: string): Wanted[] {
  const tokens = tokensOf(query)
  return tokens
    .flatMap((token, i) => toWantedOf(token, i === tokens.length - 1))
    .map((ways) => ways.filter((lookups) => lookups.length > 0))
    .filter((ways) => ways.length > 0)
}

function toWantedOf(token: string, isLast: boolean): Wanted[] {
  const parts = partsOf(token)
  if (!parts.some((part) => toRuns(part).some(isUnspaced))) return [toWays(parts, isLast)]
  return parts.flatMap(toRuns).flatMap((run) => (isUnspaced(run) ? toSegments(run) : [toWays([run], isLast)]))
}

const toWays = (parts: readonly string[], isLast: boolean): Wanted => {
  const lookups = parts.flatMap((part, i) => toLookup(part, isLast && i === parts.length - 1))
  return parts.length === 1 ? [lookups] : [lookups, toLookup(parts.join(''), isLast)]
}

function toLookup(part: string, isLast: boolean): Lookup[] {
  const spellings = spellingsOf(part)
  if (spellings.length === 0) return []
  const stems = spellings.flatMap((word) => stemsOf(word, null))
  const otherwise = part.length < MIN_BEGINNING ? 'never' : 'if-unknown'
  return [{ spellings, stems, asBeginning: isLast ? 'always' : otherwise }]
}

const toSegments = (run: string): Wanted[] => segmentsOf(run).map((segment) => [toPairLookups(fold(segment))])

/** The last character alone is in the last pair already. */
function toPairLookups(segment: string): Lookup[] {
  const pairs = pairsOf(segment)
  const isSingle = pairs.length === 1
  const needed = isSingle ? pairs : pairs.slice(0, -1)
  return needed.map((pair) => ({ spellings: [pair], stems: [], asBeginning: isSingle ? 'always' : 'never' }))
}
