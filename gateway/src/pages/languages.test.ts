import type { IncomingHttpHeaders } from 'node:http'
import type { UiLanguage } from '@fernweh/contracts/browser/languages'
import { expect, test } from 'vitest'
import { addressesOf, negotiateLocale, toLanguageButtons } from './languages.ts'

const offered: UiLanguage[] = ['en', 'de', 'ar']
const prefer = (accepted: string) => negotiateLocale({ headers: { 'accept-language': accepted }, url: '/' }, offered)

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
  const url = '/e/7'
  const chosen = (language: string, accepted?: string) =>
    negotiateLocale(
      { headers: { cookie: `a=b; fernweh-language=${language}`, 'accept-language': accepted }, url },
      offered,
    )
  expect(chosen('ar', 'de-AT')).toBe('ar')
  expect(chosen('de', 'en-GB, de-AT;q=0.1')).toBe('de-AT')
  expect(chosen('fr', 'de-AT')).toBe('de-AT')
  expect(chosen('en-XA', 'de-AT')).toBe('de-AT')
})

test('the pseudo-locale is used only where it is offered', () => {
  const cookie = 'fernweh-language=en-XA'
  const negotiate = (headers: IncomingHttpHeaders) => negotiateLocale({ headers, url: '/' }, [...offered, 'en-XA'])
  expect(negotiate({ cookie, 'accept-language': 'en-GB' })).toBe('en-XA')
  expect(negotiate({ 'accept-language': 'en-XA' })).toBe('en-XA')
  expect(toLanguageButtons('de-AT', offered)).not.toContain('en-XA')
})

test('the language an address names wins over the one chosen, if it is offered', () => {
  const headers = { cookie: 'fernweh-language=ar', 'accept-language': 'en-GB, de-AT;q=0.5' }
  const named = (url: string) => negotiateLocale({ headers, url }, offered)
  expect(named('/e/7?seats=2&lang=de')).toBe('de-AT')
  expect(named('/e/7?lang=en')).toBe('en-GB')
  for (const url of ['/e/7?lang=fr', '/e/7?lang=en-XA', '/e/7?lang=', '/lang=de', '/e/7?q=lang=de'])
    expect(named(url)).toBe('ar')
})

test('a page has an address in every language, in the one requested, and in the reader’s own', () => {
  const alternates = [
    ['en', '/find?city=Fez&lang=en'],
    ['de', '/find?city=Fez&lang=de'],
    ['x-default', '/find?city=Fez'],
  ]
  const offered: UiLanguage[] = ['en', 'de', 'en-XA']
  const addresses = (url: string) => addressesOf('/find?city=Fez', { url, languages: offered })
  expect(addresses('/find?city=Fez&page=2')).toEqual({ own: '/find?city=Fez', alternates })
  expect(addresses('/find?lang=de&city=Fez').own).toBe('/find?city=Fez&lang=de')
})
