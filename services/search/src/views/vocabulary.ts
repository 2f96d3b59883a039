/**
 * The words of each language with their postings, and those of them that have a stem or a beginning in common. A word that two
 * languages have is two: English texts are full of `not`, which has nothing to do with a German `Not`.
 */
import { termsOf } from '../domain/terms.ts'
import { createPostings, type Postings } from './postings.ts'

export function createVocabulary() {
  /** By `word language`, so that all languages of a word stand together in order. */
  const words = new Map<string, Postings>()
  const stems = new Map<string, Set<Postings>>()
  /** What was found out about the tokens of texts, by language: texts repeat their words. */
  const known = new Map<string | null, Map<string, readonly Postings[]>>()
  /** In order, and those that came since. */
  let sorted: string[] = []
  let fresh: string[] = []

  function postingsOf(word: string, language: string | null): Postings {
    const key = `${word} ${language ?? ''}`
    const postings = words.get(key)
    if (postings) return postings
    const created = createPostings()
    words.set(key, created)
    fresh.push(key)
    return created
  }

  function learn(token: string, language: string | null): Postings[] {
    const terms = termsOf(token, language)
    return terms.map(({ word, stems: stemsOfIt }) => {
      const postings = postingsOf(word, language)
      for (const stem of stemsOfIt) stems.set(stem, (stems.get(stem) ?? new Set()).add(postings))
      return postings
    })
  }

  function inOrder(): readonly string[] {
    if (fresh.length > 0) sorted = merge(sorted, fresh.sort())
    fresh = []
    return sorted
  }

  function* startingWith(prefix: string): Iterable<Postings> {
    const order = inOrder()
    for (let i = positionOf(order, prefix); order[i]?.startsWith(prefix); i++)
      yield words.get(order[i] as string) as Postings
  }

  return {
    /** The postings of a token's words, in texts of that language. */
    in(language: string | null): (token: string) => readonly Postings[] {
      const tokens = known.get(language) ?? new Map<string, readonly Postings[]>()
      known.set(language, tokens)
      return (token) => {
        const postings = tokens.get(token) ?? learn(token, language)
        tokens.set(token, postings)
        return postings
      }
    },
    startingWith,
    of: (word: string): Iterable<Postings> => startingWith(`${word} `),
    withStem: (stem: string): Iterable<Postings> => stems.get(stem) ?? [],
    /** Moves all postings, and forgets the words that have none any more. */
    move(place: (row: number) => number | undefined): void {
      for (const [word, postings] of words) {
        postings.move(place)
        if (postings.isEmpty()) words.delete(word)
      }
      for (const [stem, group] of stems) {
        for (const postings of group) if (postings.isEmpty()) group.delete(postings)
        if (group.size === 0) stems.delete(stem)
      }
      known.clear()
      sorted = []
      fresh = [...words.keys()]
    },
  }
}

function merge(some: readonly string[], others: readonly string[]): string[] {
  const merged: string[] = []
  let i = 0
  for (const word of some) {
    while (i < others.length && (others[i] as string) < word) merged.push(others[i++] as string)
    merged.push(word)
  }
  return [...merged, ...others.slice(i)]
}

/** Where the word stands, or belongs, in order. */
function positionOf(order: readonly string[], word: string): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((order[middle] as string) < word) low = middle + 1
    else high = middle
  }
  return low
}
