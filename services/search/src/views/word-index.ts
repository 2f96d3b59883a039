/**
 * Inverted index: word → documents with the weight of the word in each, and the words in order for prefixes. A document has a row;
 * what replaces it gets a row of its own behind all others, so that a posting is one number, appended and never moved. Rows that
 * were replaced are swept out when they are as many as the others.
 */
import { PREFIX_SHARE, type Searchable, WEIGHTS } from '../domain/relevance.ts'
import { wordsOf } from '../domain/words.ts'

export interface WordIndex<Document> {
  /** Replaces what was known of the document. */
  put(document: Document, fields: Searchable): void
  /** Documents that hold every word, the last one as a prefix, with their score; null for no words. */
  find(query: string): Map<Document, number> | null
}

/** Weights are below this: `row * ROOM + weight`. */
const WEIGHT_RANGE = 64
const MIN_ROWS = 1000

export function createWordIndex<Document>(): WordIndex<Document> {
  let documents: (Document | undefined)[] = []
  const rows = new Map<Document, number>()
  const postings = new Map<string, Postings>()
  /** Words in order, and those that came since. */
  let vocabulary: string[] = []
  let fresh: string[] = []

  function put(document: Document, fields: Searchable): void {
    const earlier = rows.get(document)
    if (earlier !== undefined) documents[earlier] = undefined
    rows.set(document, documents.length)
    for (const [word, weight] of weigh(fields)) postingsOf(word).push(documents.length * WEIGHT_RANGE + weight)
    documents.push(document)
    if (documents.length > 2 * rows.size + MIN_ROWS) sweep()
  }

  function postingsOf(word: string): Postings {
    const known = postings.get(word)
    if (known) return known
    const created = createPostings()
    postings.set(word, created)
    fresh.push(word)
    return created
  }

  function sweep(): void {
    const moved = new Map<number, number>()
    for (const row of rows.values()) moved.set(row, moved.size)
    for (const [word, list] of postings) {
      list.move((row) => moved.get(row))
      if (list.all().length === 0) postings.delete(word)
    }
    documents = [...rows.keys()]
    for (const [i, document] of documents.entries()) rows.set(document as Document, i)
    vocabulary = []
    fresh = [...postings.keys()]
  }

  function sorted(): readonly string[] {
    if (fresh.length === 0) return vocabulary
    vocabulary = merge(vocabulary, fresh.sort())
    fresh = []
    return vocabulary
  }

  /** Scores by row; the best of all words that begin with the prefix counts. */
  function startingWith(prefix: string): Uint16Array {
    const best = new Uint16Array(documents.length)
    const words = sorted()
    for (let i = positionOf(words, prefix); words[i]?.startsWith(prefix); i++) {
      const word = words[i] as string
      const share = word === prefix ? 1 : PREFIX_SHARE
      for (const posting of postings.get(word)?.all() ?? []) {
        const row = Math.floor(posting / WEIGHT_RANGE)
        const score = (posting % WEIGHT_RANGE) * share
        if (score > (best[row] as number)) best[row] = score
      }
    }
    return best
  }

  /** Of what has a score so far, only that stays which holds the word too. */
  function narrow(scores: Uint16Array, word: string): Uint16Array {
    const narrowed = new Uint16Array(scores.length)
    for (const posting of postings.get(word)?.all() ?? []) {
      const row = Math.floor(posting / WEIGHT_RANGE)
      const score = scores[row] as number
      if (score > 0) narrowed[row] = score + (posting % WEIGHT_RANGE)
    }
    return narrowed
  }

  function find(query: string): Map<Document, number> | null {
    const words = wordsOf(query)
    const last = words.pop()
    if (last === undefined) return null
    const scores = words.reduce(narrow, startingWith(last))
    const found = new Map<Document, number>()
    for (const [row, document] of documents.entries()) {
      const score = scores[row] as number
      if (score > 0 && document !== undefined) found.set(document, score)
    }
    return found
  }

  return { put, find }
}

type Postings = ReturnType<typeof createPostings>

/** A list of numbers that grows by half. */
function createPostings() {
  let numbers = new Uint32Array(2)
  let length = 0

  function push(number: number): void {
    if (length === numbers.length) {
      const grown = new Uint32Array(Math.ceil(length * 1.5))
      grown.set(numbers)
      numbers = grown
    }
    numbers[length++] = number
  }

  return {
    push,
    all: () => numbers.subarray(0, length),
    /** To where each row is now; what is nowhere leaves. */
    move(place: (row: number) => number | undefined) {
      const before = numbers.subarray(0, length)
      length = 0
      numbers = new Uint32Array(2)
      for (const posting of before) {
        const row = place(Math.floor(posting / WEIGHT_RANGE))
        if (row !== undefined) push(row * WEIGHT_RANGE + (posting % WEIGHT_RANGE))
      }
    },
  }
}

/** Each field counts once, however often it repeats the word. */
function weigh(fields: Searchable): Map<string, number> {
  const weights = new Map<string, number>()
  for (const [field, weight] of Object.entries(WEIGHTS)) {
    for (const word of new Set(wordsOf(fields[field as keyof Searchable])))
      weights.set(word, (weights.get(word) ?? 0) + weight)
  }
  return weights
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

/** Where the word stands, or belongs, in the sorted vocabulary. */
function positionOf(vocabulary: readonly string[], word: string): number {
  let low = 0
  let high = vocabulary.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((vocabulary[middle] as string) < word) low = middle + 1
    else high = middle
  }
  return low
}
