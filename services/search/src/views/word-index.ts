/**
 * Inverted index: word → documents with the weight of the word in each. A document has a row; what replaces it gets a row of its own
 * behind all others, so that a posting is appended and never moved. Rows that were replaced are swept out when they are as many as
 * the others.
 */
import { hasVisibleContent } from '@fernweh/contracts/browser/visible-text'
import { PARTIAL_SHARE, type Searchable, WEIGHTS } from '../domain/relevance.ts'
import { type Lookup, toWanted, type Wanted } from '../domain/terms.ts'
import { tokensOf } from '../domain/words.ts'
import type { Postings } from './postings.ts'
import { createVocabulary } from './vocabulary.ts'

export interface Found<Document> {
  scores: Map<Document, number>
  /** `some` of the words of the query, when no document holds `all`. */
  holds: 'all' | 'some'
}

export interface WordIndex<Document> {
  /** Replaces what was known of the document. */
  put(document: Document, fields: Searchable): void
  /**
   * Documents that hold all words of the query in any order, each as it is, in another form or as the beginning of a word; else
   * those that hold most of its words. Null for a query of nothing; one without words, like an emoji, finds nothing.
   */
  find(query: string): Found<Document> | null
}

const MIN_ROWS = 1000
const FIELDS = Object.keys(WEIGHTS) as (keyof Searchable)[]

export function createWordIndex<Document>(): WordIndex<Document> {
  let documents: (Document | undefined)[] = []
  const rows = new Map<Document, number>()
  const vocabulary = createVocabulary()
  let fieldCount = 0

  function put(document: Document, fields: Searchable): void {
    const earlier = rows.get(document)
    if (earlier !== undefined) documents[earlier] = undefined
    const row = documents.length
    rows.set(document, row)
    documents.push(document)
    for (const field of FIELDS) putField(row, WEIGHTS[field], fields[field])
    if (documents.length > 2 * rows.size + MIN_ROWS) sweep()
  }

  function putField(row: number, weight: number, texts: Searchable[keyof Searchable]): void {
    fieldCount += 1
    for (const { text, language } of texts) {
      const postingsOf = vocabulary.in(language)
      for (const token of tokensOf(text))
        for (const postings of postingsOf(token)) postings.add(row, weight, fieldCount)
    }
  }

  function sweep(): void {
    const moved = new Map<number, number>()
    for (const row of rows.values()) moved.set(row, moved.size)
    vocabulary.move((row) => moved.get(row))
    documents = [...rows.keys()]
    for (const [i, document] of documents.entries()) rows.set(document as Document, i)
  }

  /** Scores by row; the best of all matches counts. */
  function lookUp({ spellings, stems, asBeginning }: Lookup): Uint16Array {
    const scores = new Uint16Array(documents.length)
    const raise = (found: Iterable<Postings>, share: number) => {
      for (const postings of found) postings.raise(scores, share)
    }
    for (const spelling of spellings) raise(vocabulary.of(spelling), 1)
    const isBeginning = asBeginning === 'always' || (asBeginning === 'if-unknown' && countIn(scores, documents) === 0)
    if (isBeginning) for (const spelling of spellings) raise(vocabulary.startingWith(spelling), PARTIAL_SHARE)
    for (const stem of stems) raise(vocabulary.withStem(stem), PARTIAL_SHARE)
    return scores
  }

  const scoresOf = (wanted: Wanted): Uint16Array =>
    wanted.map((lookups) => lookups.map(lookUp).reduce(toSumOfBoth)).reduce(toBetter)

  /** The documents in which most of the words are held, and how many those are. */
  function findMost(scored: readonly Uint16Array[]): { most: number; scores: Map<Document, number> } {
    const { held, totals } = tally(scored, documents.length)
    let most = 1
    let scores = new Map<Document, number>()
    for (const [row, document] of documents.entries()) {
      const count = held[row] as number
      if (document === undefined || count < most) continue
      if (count > most) scores = new Map()
      most = count
      scores.set(document, totals[row] as number)
    }
    return { most, scores }
  }

  /** A word that most documents hold, like `the`, does not make one of them a match. */
  const isTelling = (scores: Uint16Array): boolean => 2 * countIn(scores, documents) <= rows.size

  function find(query: string): Found<Document> | null {
    if (!hasVisibleContent(query)) return null
    const scored = toWanted(query).map(scoresOf)
    const { most, scores } = findMost(scored)
    if (most >= scored.length) return { scores, holds: 'all' }
    return { scores: findMost(scored.filter(isTelling)).scores, holds: 'some' }
  }

  return { put, find }
}

const toSumOfBoth = (some: Uint16Array, others: Uint16Array) =>
  some.map((score, row) => (score > 0 && (others[row] as number) > 0 ? score + (others[row] as number) : 0))

const toBetter = (some: Uint16Array, others: Uint16Array) =>
  some.map((score, row) => Math.max(score, others[row] as number))

/** By row: how many of the words are held, and their scores in total. */
function tally(scored: readonly Uint16Array[], rowCount: number) {
  const held = new Uint8Array(rowCount)
  const totals = new Uint16Array(rowCount)
  for (const scores of scored)
    for (let row = 0; row < rowCount; row++) {
      const score = scores[row] as number
      if (score === 0) continue
      held[row] = (held[row] as number) + 1
      totals[row] = (totals[row] as number) + score
    }
  return { held, totals }
}

function countIn(scores: Uint16Array, documents: readonly unknown[]): number {
  let count = 0
  for (const [row, document] of documents.entries()) if (document !== undefined && (scores[row] as number) > 0) count++
  return count
}
