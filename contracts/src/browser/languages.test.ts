import { expect, test } from 'vitest'
import { directionOf, languageOf, toLocale } from './languages.ts'

test.each([
  ['de-AT', 'de-AT'],
  ['de', 'de-DE'],
  ['en-US', 'en-US'],
  ['ar', 'ar-EG-u-nu-latn'],
  ['ar-MA', 'ar-MA-u-nu-latn'],
  ['en-XA', 'en-XA'],
  ['fr-FR', 'en-GB'],
  ['de-Latn-AT', 'de-DE'],
  ['', 'en-GB'],
])('the tag %j is formatted as %s', (tag, locale) => {
  expect(toLocale(tag)).toBe(locale)
  expect(() => new Intl.NumberFormat(toLocale(tag))).not.toThrow()
})

test('recognises a language by the primary subtag only', () => {
  expect(['de-CH', 'ar-EG-u-nu-latn', 'den', 'arn-CL'].map(languageOf)).toEqual(['de', 'ar', 'en', 'en'])
  expect(['ar-EG', 'de', 'en-XA'].map(directionOf)).toEqual(['rtl', 'ltr', 'ltr'])
})
