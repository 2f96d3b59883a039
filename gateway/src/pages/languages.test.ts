import type { UiLanguage } from '@fernweh/contracts/browser/languages'
import { expect, test } from 'vitest'
import { negotiateLocale, toLanguageButtons } from './languages.ts'

const offered: UiLanguage[] = ['en', 'de', 'ar']
const prefer = (accepted: string) => negotiateLocale({ 'accept-language': accepted }, offered)

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de-AT'],
  ['fr-FR, fr;q=0.9, ar;q=0.3', 'ar'],
  ['en;q=0.2, de;q=0.9', 'de'],
  ['de;q=0, en-us', 'en-US'],
  ['de;q=0', 'en'],
  ['DE-ch', 'de-CH'],
  ['de-Latn-AT', 'de'],
  ['*', 'en'],
  ['*;q=0.9, de;q=0.1', 'de'],
  ['en;q=0, de;q=0, ar;q=0.001', 'ar'],
  ['', 'en'],
  ['de;q=nonsense, ar;q=0.1', 'ar'],
  ['en-XA', 'en'],
  ['"><script>', 'en'],
])('%j is answered in %s', (accepted, tag) => {
  expect(prefer(accepted)).toBe(tag)
})

test('the language chosen wins over the browser’s, in the region the browser names for it', () => {
  const chosen = (language: string, accepted?: string) =>
    negotiateLocale({ cookie: `a=b; fernweh-language=${language}`, 'accept-language': accepted }, offered)
  expect(chosen('ar', 'de-AT')).toBe('ar')
  expect(chosen('de', 'en-GB, de-AT;q=0.1')).toBe('de-AT')
  expect(chosen('fr', 'de-AT')).toBe('de-AT')
  expect(chosen('en-XA', 'de-AT')).toBe('de-AT')
})

test('the pseudo-locale is used only where it is offered', () => {
  const cookie = 'fernweh-language=en-XA'
  expect(negotiateLocale({ cookie, 'accept-language': 'en-GB' }, [...offered, 'en-XA'])).toBe('en-XA')
  expect(negotiateLocale({ 'accept-language': 'en-XA' }, [...offered, 'en-XA'])).toBe('en-XA')
  expect(toLanguageButtons('de-AT', offered)).not.toContain('en-XA')
})
