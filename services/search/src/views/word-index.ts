/** Inverted index: word → documents with the weight of the word in each, and the words in order for prefixes. */
import { PREFIX_SHARE, type Searchable, WEIGHTS } from '../domain/relevance.ts'
import { wordsOf } from '../domain/words.ts'

export interface WordIndex {
  /** Replaces what was known of the document. */
  put(document: string, fields: Searchable): void
  /** Documents that hold every word, the last one as a prefix, with their score; everything for no words. */
  find(query: string): Map<string, number>
}

type Scores = Map<string, number>

export function createWordIndex(): WordIndex {
  const postings = new Map<string, Scores>()
  const documents = new Map<string, Set<string>>()
  const vocabulary: string[] = []

  function remove(document: string): void {
    for (const word of documents.get(document) ?? []) {
      const scores = postings.get(word)
      scores?.delete(document)
      if (scores?.size !== 0) continue
      postings.delete(word)
      vocabulary.splice(placeOf(vocabulary, word), 1)
    }
  }

  function scoresFor(word: string): Scores {
    const known = postings.get(word)
    if (known) return known
    const scores: Scores = new Map()
    postings.set(word, scores)
    vocabulary.splice(placeOf(vocabulary, word), 0, word)
    return scores
  }

  function put(document: string, fields: Searchable): void {
    remove(document)
    const weights = weigh(fields)
    documents.set(document, new Set(weights.keys()))
    for (const [word, weight] of weights) scoresFor(word).set(document, weight)
  }

  /** The best of all words that begin with the prefix counts. */
  function startingWith(prefix: string): Scores {
    const best: Scores = new Map()
    for (let i = placeOf(vocabulary, prefix); vocabulary[i]?.startsWith(prefix); i++) {
      const word = vocabulary[i] as string
      const share = word === prefix ? 1 : PREFIX_SHARE
      for (const [document, weight] of postings.get(word) as Scores) {
        best.set(document, Math.max(best.get(document) ?? 0, weight * share))
      }
    }
    return best
  }

  function find(query: string): Scores {
    const words = wordsOf(query)
    const last = words.pop()
    if (last === undefined) return new Map(Array.from(documents.keys(), (document) => [document, 0]))
    return words.map((word) => postings.get(word) ?? new Map<string, number>()).reduce(both, startingWith(last))
  }

  return { put, find }
}

/** Each field counts once, however often it repeats the word. */
function weigh(fields: Searchable): Scores {
  const weights: Scores = new Map()
  for (const [field, weight] of Object.entries(WEIGHTS)) {
    for (const word of new Set(wordsOf(fields[field as keyof Searchable])))
      weights.set(word, (weights.get(word) ?? 0) + weight)
  }
  return weights
}

function both(some: Scores, others: Scores): Scores {
  const shared: Scores = new Map()
  for (const [document, score] of some) {
    const other = others.get(document)
    if (other !== undefined) shared.set(document, score + other)
  }
  return shared
}

/** Where the word stands, or belongs, in the sorted vocabulary. */
function placeOf(vocabulary: readonly string[], word: string): number {
  let low = 0
  let high = vocabulary.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((vocabulary[middle] as string) < word) low = middle + 1
    else high = middle
  }
  return low
}
