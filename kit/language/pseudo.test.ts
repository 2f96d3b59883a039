import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCatalog } from './messages.ts'
import { toPseudo } from './pseudo.ts'

test('every word is accented and a third longer', () => {
  expect(toPseudo('Find a table')).toBe('Fíñđ~~ á~ ţáƀļé~~')
})

test('what is no letter stays as it is', () => {
  expect(toPseudo(' 12 € – (3/4)\n')).toBe(' 12 € – (3/4)\n')
})

test('letters of other scripts stay readable, and are lengthened too', () => {
  expect(toPseudo('مرحبا')).toBe('مرحبا~~')
})

test('no text gets shorter, and none loses what is between its words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const pseudo = toPseudo(text)
      expect(pseudo.length).toBeGreaterThanOrEqual(text.length)
      const gaps = (some: string) => some.replace(/\p{L}+~*/gu, '|')
      if (!text.includes('~')) expect(gaps(pseudo)).toBe(gaps(text))
    }),
  )
})

test('a message keeps its arguments and its choices, so that only texts are accented', () => {
  const text = { left: '{seats, plural, one {# seat for {name}} other {# seats for {name}}}' }
  const t = createCatalog([{ en: text, de: text, ar: text }]).in('en-XA')
  expect(t('left', { seats: 1, name: 'Ann' })).toBe('1 šéáţ~~ ƒóŕ~ Ann')
  expect(t('left', { seats: 2, name: 'Ann' })).toBe('2 šéáţš~~ ƒóŕ~ Ann')
})
