import { expect, it } from 'vitest'
import { toContinent } from './continents.ts'
import { toCountryNames } from './country-names.ts'
import { toKilometres } from './distance.ts'

const lisbon = { latitude: 38.72, longitude: -9.14 }

it('is that of a sphere, also across the date line', () => {
  expect(Math.round(toKilometres(lisbon, { latitude: 41.15, longitude: -8.61 }))).toBe(274)
  expect(toKilometres(lisbon, lisbon)).toBe(0)
  const fiji = { latitude: -17, longitude: 179.5 }
  expect(toKilometres(fiji, { latitude: -17, longitude: -179.5 })).toBeLessThan(110)
})

it('every country people live in has a continent', () => {
  expect(['PT', 'MA', 'GE', 'MX', 'CO', 'NZ', 'AQ'].map(toContinent)).toEqual([
    'europe',
    'africa',
    'asia',
    'north-america',
    'south-america',
    'oceania',
    null,
  ])
})

it('countries have their names in the languages of the pages', () => {
  expect(toCountryNames('GR')).toBe('Greece Griechenland اليونان')
})
