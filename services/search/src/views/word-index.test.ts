import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PREFIX_SHARE, type Searchable, WEIGHTS } from '../domain/relevance.ts'
import { wordsOf } from '../domain/words.ts'
import { createWordIndex, type WordIndex } from './word-index.ts'

type Documents = Map<string, Searchable>

/** What the index must say, by looking at every word of every document. */
function scan(documents: Documents, query: string): Map<string, number> {
  const words = wordsOf(query)
  const scores = new Map<string, number>()
  for (const [document, fields] of documents) {
    const weightOf = (word: string) =>
      sum(
        Object.entries(WEIGHTS).map(([field, weight]) =>
          wordsOf(fields[field as keyof Searchable]).includes(word) ? weight : 0,
        ),
      )
    const own = [...new Set(Object.values(fields).flatMap(wordsOf))]
    const each = words.map((word, i) => {
      const last = i === words.length - 1
      const hits = own.filter((candidate) => candidate === word || (last && candidate.startsWith(word)))
      return Math.max(0, ...hits.map((hit) => weightOf(hit) * (hit === word ? 1 : PREFIX_SHARE)))
    })
    if (each.every((score) => score > 0)) scores.set(document, sum(each))
  }
  return scores
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

const word = fc.constantFrom('wine', 'Wien', 'wienerisch', 'café', 'CAFE', 'Łódź', 'lodge', 'tour', 'tours', 'a')
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))
const fields: fc.Arbitrary<Searchable> = fc.record({
  title: text,
  city: text,
  country: text,
  category: text,
  summary: text,
  description: text,
})
const published = fc.array(fc.tuple(fc.constantFrom('1', '2', '3', '4', '5'), fields), { maxLength: 12 })
const query = fc.oneof(text, fc.constantFrom('wi', 'caf', 'lod', 'tour tou', 'zzz', ' '))

const nothing: Searchable = { title: '', city: '', country: '', category: '', summary: '', description: '' }

function agrees(create: () => WordIndex<string>): void {
  fc.assert(
    fc.property(published, query, (events, q) => {
      const index = create()
      for (const [document, now] of events) index.put(document, now)
      const found = index.find(q)
      expect(found === null).toBe(wordsOf(q).length === 0)
      if (found) expect(new Map([...found].sort())).toEqual(new Map([...scan(new Map(events), q)].sort()))
    }),
    { numRuns: 500 },
  )
}

describe('the index', () => {
  it('finds exactly what a scan of everything finds, with the same scores', () => agrees(createWordIndex<string>))

  it('would be caught if it kept words of an earlier version', () => {
    const forgetful = (): WordIndex<string> => {
      const { put, find } = createWordIndex<string>()
      return { find, put: (document, { title, ...rest }) => put(document, { ...rest, title: `${title} wine` }) }
    }
    expect(() => agrees(forgetful)).toThrow()
  })

  it('ranks a title above a city above a description', () => {
    const index = createWordIndex<string>()
    index.put('told', { ...nothing, description: 'like Porto' })
    index.put('there', { ...nothing, city: 'Porto' })
    index.put('named', { ...nothing, title: 'Porto by night' })
    const ranked = [...(index.find('porto') ?? [])].sort(([, a], [, b]) => b - a)
    expect(ranked.map(([document]) => document)).toEqual(['named', 'there', 'told'])
    expect(index.find('port')?.get('named')).toBe((index.find('porto')?.get('named') as number) / 2)
  })

  it('finds the same after sweeping out what was replaced thousands of times', () => {
    const index = createWordIndex<string>()
    index.put('still', { ...nothing, title: 'Still here' })
    for (let i = 0; i < 5000; i++) index.put('often', { ...nothing, title: `word${i}` })
    expect([...(index.find('still') ?? [])]).toEqual([['still', 16]])
    expect([...(index.find('word4999') ?? [])]).toEqual([['often', 16]])
    expect([...(index.find('word') ?? [])]).toEqual([['often', 8]])
    expect(index.find('word0')?.size).toBe(0)
  })
})
