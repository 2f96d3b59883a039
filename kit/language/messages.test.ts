import { describe, expect, test, vi } from 'vitest'
import { createCatalog, type Messages } from './messages.ts'
import { createTranslate } from './translate.ts'

const team: Messages = {
  en: { 'seats.left': '{seats, plural, one {# seat left} other {# seats left}}', 'refusal.full': 'Full' },
  de: { 'seats.left': '{seats, plural, one {# Platz frei} other {# Plätze frei}}', 'refusal.full': 'Voll' },
  ar: {
    'seats.left':
      '{seats, plural, zero {لا مقاعد} one {مقعد} two {مقعدان} few {# مقاعد} many {# مقعدا} other {# مقعد}}',
    'refusal.full': 'ممتلئ',
  },
}
const ui: Messages = { en: { close: 'Close' }, de: { close: 'Schließen' }, ar: { close: 'إغلاق' } }
const catalog = createCatalog([team, ui])

describe('a catalog', () => {
  test('has the messages of all its packages', () => {
    expect(Object.keys(catalog.read('de-AT'))).toEqual(['seats.left', 'refusal.full', 'close'])
    expect(catalog.in('de-AT')('close')).toBe('Schließen')
  })

  test.each([
    ['en-GB', 1, '1 seat left'],
    ['de', 3, '3 Plätze frei'],
    ['ar-EG-u-nu-latn', 0, 'لا مقاعد'],
    ['ar-EG-u-nu-latn', 2, 'مقعدان'],
    ['ar-EG-u-nu-latn', 5, '5 مقاعد'],
    ['ar-EG-u-nu-latn', 11, '11 مقعدا'],
    ['ar-EG-u-nu-latn', 100, '100 مقعد'],
  ])('counts as its readers do: in %s, %i is %s', (locale, seats, text) => {
    expect(catalog.in(locale)('seats.left', { seats })).toBe(text)
  })

  test('gives English to a language it does not have', () => {
    expect(catalog.in('fr-FR')('refusal.full')).toBe('Full')
  })

  test('gives the wanted keys only, by name and by what they begin with', () => {
    expect(Object.keys(catalog.read('en', ['refusal.*']))).toEqual(['refusal.full'])
    expect(Object.keys(catalog.read('en', ['close', 'refusal']))).toEqual(['close'])
    expect(catalog.read('en', [])).toEqual({})
  })

  test('compiles a language at its first use, once', () => {
    const lazy = createCatalog([{ ...team, de: { broken: '{seats, plural, other' } }])
    expect(lazy.in('en')('refusal.full')).toBe('Full')
    expect(() => lazy.read('de')).toThrow('The message broken is not in ICU MessageFormat')
    expect(catalog.read('en-GB')['seats.left']).toBe(catalog.read('en-US')['seats.left'])
  })

  test('refuses two messages of one key, wherever they come from', () => {
    const twice = createCatalog([team, ui, { ...ui, en: { 'refusal.full': 'Sold out' } }])
    expect(() => twice.read('en')).toThrow('The message refusal.full is in two sets')
  })
})

test('compiled messages are plain JSON: the browser translates what the state of the page carries', () => {
  const carried = JSON.parse(JSON.stringify(catalog.read('de', ['seats.left'])))
  expect(createTranslate('de-DE', carried)('seats.left', { seats: 1 })).toBe('1 Platz frei')
})

test('two fragments in two languages on one page do not speak each other’s', () => {
  const [german, english] = [catalog.in('de'), catalog.in('en')]
  expect([german('close'), english('close'), german('close')]).toEqual(['Schließen', 'Close', 'Schließen'])
})

test('a key without a message is shown, and the console names it', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(catalog.in('de-AT')('gone')).toBe('gone')
  expect(error).toHaveBeenCalledWith('No message gone in de-AT')
  error.mockRestore()
})
