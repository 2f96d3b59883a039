import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PARTIAL_SHARE, type Searchable, WEIGHTS } from '../domain/relevance.ts'
import { type Lookup, type Term, termsOf, toWanted } from '../domain/terms.ts'
import { tokensOf } from '../domain/words.ts'
import { createWordIndex, type WordIndex } from './word-index.ts'

const scoresFor = (index: WordIndex<string>, query: string) => index.find(query)?.scores ?? new Map<string, number>()

type Documents = Map<string, Searchable>

/** What the index must say of documents that hold every word, by looking at every word of every document. */
function scan(documents: Documents, query: string): Map<string, number> {
  const owned = new Map(Array.from(documents, ([document, fields]) => [document, ownWords(fields)]))
  const isKnown = (word: string) => [...owned.values()].flat().some((own) => own.word === word)
  const scores = new Map<string, number>()
  for (const [document, words] of owned) {
    const scoreOf = ({ spellings, stems, asBeginning }: Lookup) => {
      const isBeginning = asBeginning === 'always' || (asBeginning === 'if-unknown' && !spellings.some(isKnown))
      const shareOf = (own: OwnWord) => {
        if (spellings.includes(own.word)) return 1
        const begins = isBeginning && spellings.some((spelling) => own.word.startsWith(spelling))
        return begins || own.stems.some((stem) => stems.includes(stem)) ? PARTIAL_SHARE : 0
      }
      return Math.max(0, ...words.map((own) => own.weight * shareOf(own)))
    }
    const scoreOfWay = (lookups: readonly Lookup[]) => {
      const each = lookups.map(scoreOf)
      return each.includes(0) ? 0 : sum(each)
    }
    const each = toWanted(query).map((ways) => Math.max(...ways.map(scoreOfWay)))
    if (each.length > 0 && each.every((score) => score > 0)) scores.set(document, sum(each))
  }
  return scores
}

type OwnWord = Term & { weight: number }

/** A word of two languages is two words; each field counts once. */
function ownWords(fields: Searchable): OwnWord[] {
  const words = new Map<string, OwnWord>()
  for (const [field, weight] of Object.entries(WEIGHTS)) {
    const inField = new Map<string, Term>()
    for (const { text, language } of fields[field as keyof Searchable])
      for (const term of tokensOf(text).flatMap((token) => termsOf(token, language)))
        inField.set(`${term.word} ${language}`, term)
    for (const [key, term] of inField) words.set(key, { ...term, weight: (words.get(key)?.weight ?? 0) + weight })
  }
  return [...words.values()]
}
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

const word = fc.constantFrom(
  'wine',
  'Wien',
  'wines',
  'café',
  'CAFE',
  'Łódź',
  'lodge',
  'tour',
  'tours',
  'a',
  'E-Bike',
  'ebikes',
  'über',
  '茶道体験',
)
const words = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))
const text = fc.array(fc.record({ text: words, language: fc.constantFrom('en', 'de', 'pt', null) }), { maxLength: 2 })
const fields: fc.Arbitrary<Searchable> = fc.record({
  title: text,
  city: text,
  country: text,
  category: text,
  summary: text,
  description: text,
})
const published = fc.array(fc.tuple(fc.constantFrom('1', '2', '3', '4', '5'), fields), { maxLength: 12 })
const query = fc.oneof(
  words,
  fc.constantFrom('wi', 'caf', 'lod', 'tou tour', 'zzz', ' ', 'e-bike', 'ueber', '茶', '🦩'),
)

const nothing: Searchable = { title: [], city: [], country: [], category: [], summary: [], description: [] }
const english = (text: string) => [{ text, language: 'en' }]

function agrees(create: () => WordIndex<string>): void {
  fc.assert(
    fc.property(published, query, (events, q) => {
      const index = create()
      for (const [document, now] of events) index.put(document, now)
      const found = index.find(q)
      expect(found === null).toBe(q.trim() === '')
      const all = found?.holds === 'all' ? [...found.scores] : []
      expect(new Map(all.sort())).toEqual(new Map([...scan(new Map(events), q)].sort()))
    }),
    { numRuns: 500 },
  )
}

describe('the index', () => {
  it('finds exactly what a scan of everything finds, with the same scores', () => agrees(createWordIndex<string>))

  it('would be caught if it kept words of an earlier version', () => {
    const forgetful = (): WordIndex<string> => {
      const { put, find } = createWordIndex<string>()
      return {
        find,
        put: (document, { title, ...rest }) => put(document, { ...rest, title: [...title, ...english('wine')] }),
      }
    }
    expect(() => agrees(forgetful)).toThrow()
  })

  it('ranks a title above a city above a description', () => {
    const index = createWordIndex<string>()
    index.put('told', { ...nothing, description: english('like Porto') })
    index.put('there', { ...nothing, city: english('Porto') })
    index.put('named', { ...nothing, title: english('Porto by night') })
    const ranked = [...scoresFor(index, 'porto')].sort(([, a], [, b]) => b - a)
    expect(ranked.map(([document]) => document)).toEqual(['named', 'there', 'told'])
    expect(scoresFor(index, 'port').get('named')).toBe((scoresFor(index, 'porto').get('named') as number) / 2)
  })

  it('finds the same after sweeping out what was replaced thousands of times', () => {
    const index = createWordIndex<string>()
    index.put('still', { ...nothing, title: english('Still here') })
    for (let i = 0; i < 5000; i++) index.put('often', { ...nothing, title: english(`word${i}`) })
    expect([...scoresFor(index, 'still')]).toEqual([['still', 16]])
    expect([...scoresFor(index, 'word4999')]).toEqual([['often', 16]])
    expect([...scoresFor(index, 'word')]).toEqual([['often', 8]])
    expect(scoresFor(index, 'word0').size).toBe(0)
  })

  describe('when no document holds all words', () => {
    const index = createWordIndex<string>()
    index.put('copper', { ...nothing, title: english('The copper alchemist') })
    index.put('bread', { ...nothing, title: english('The bread of the alchemist') })
    index.put('boat', { ...nothing, title: english('The boat') })

    it('finds those that hold most of them, and says so', () => {
      const found = index.find('copper alchemist zeppelin')
      expect([found?.holds, ...(found?.scores.keys() ?? [])]).toEqual(['some', 'copper'])
    })

    it('finds none that only holds what most documents hold', () => {
      expect(index.find('the zeppelin')).toEqual({ holds: 'some', scores: new Map() })
    })

    it('says that all are held where they are', () => {
      expect(index.find('alch copper')?.holds).toBe('all')
    })
  })

  it('finds nothing for a query without words, and has no answer to one of nothing', () => {
    const index = createWordIndex<string>()
    index.put('copper', { ...nothing, title: english('The copper alchemist') })
    for (const query of ['🦩', '…', '%', '“ ”', '❤️'])
      expect(index.find(query)).toEqual({ holds: 'all', scores: new Map() })
    for (const query of ['', ' ', '\u200b\u3164']) expect(index.find(query)).toBeNull()
  })
})
