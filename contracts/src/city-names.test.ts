import { expect, test } from 'vitest'
import { cityIn } from './browser/city-names.ts'
import { toAllCityNames, toCityNames } from './city-names.ts'

test.each([
  ['Seville', 'ES', 'Seville', 'Sevilla', 'إشبيلية'],
  ['Cairo', 'EG', 'Cairo', 'Kairo', 'القاهرة'],
  ['Sevilla', 'ES', 'Seville', 'Sevilla', 'إشبيلية'],
  ['KRAKOW', 'PL', 'Kraków', 'Krakau', 'كراكوف'],
  ['Rome', 'US', 'Rome', 'Rome', 'Rome'],
  ['Vienna', undefined, 'Vienna', 'Wien', 'فيينا'],
  ['Nowhere', 'DE', 'Nowhere', 'Nowhere', 'Nowhere'],
])('%s (%s) is named %s, %s and %s', (city, country, ...names) => {
  const named = { city, cityNames: toCityNames(city, country) }
  expect(['en-GB', 'de-AT', 'ar-EG-u-nu-latn'].map((locale) => cityIn(named, locale))).toEqual(names)
})

test('names that equal the host’s are not sent', () => {
  expect(toCityNames('Lisbon', 'PT')).toEqual({ de: 'Lissabon', ar: 'لشبونة' })
  expect(toCityNames('Berlin', 'DE')).toEqual({ ar: 'برلين' })
})

test('a city is found by all its names', () => {
  expect(toAllCityNames('Lisbon', 'PT')).toEqual(['Lisbon', 'Lissabon', 'لشبونة', 'Lisboa'])
  expect(toAllCityNames('Nowhere', 'DE')).toEqual(['Nowhere'])
})

test('a city whose names were not sent keeps its own', () => {
  expect(cityIn({ city: 'Lisbon' }, 'de')).toBe('Lisbon')
})
