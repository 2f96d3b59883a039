/**
 * Names of cities in the languages of the pages; servers send them along with a city. A city that the table does not have keeps the
 * name its host wrote. Country and city together name a row, because Rome in Georgia is no "Rom"; where the country is not known, the
 * name has to do.
 */
import { type Language, languages } from './browser/languages.ts'
import rows from './city-names.json'

/** By language, without those that equal the name they belong to. */
export type CityNames = Partial<Record<Language, string>>

interface CityRow extends CityNames {
  /** ISO 3166-1 alpha-2. */
  country: string
  en: string
  ar: string
  /** Other names and spellings, by which it is found. */
  also?: string[]
}

const rowsByKey = new Map(
  (rows as CityRow[]).flatMap((row) =>
    namesIn(row).flatMap((name) => [row.country, ''].map((country) => [toKey(name, country), row] as const)),
  ),
)

export function toCityNames(city: string, country = ''): CityNames {
  const row = rowsByKey.get(toKey(city, country))
  if (row === undefined) return {}
  const names = languages.map((language) => [language, row[language] ?? row.en] as const)
  return Object.fromEntries(names.filter(([, name]) => name !== city))
}

/** All names that are known, its own first. */
export function toAllCityNames(city: string, country: string): string[] {
  const row = rowsByKey.get(toKey(city, country))
  return [...new Set([city, ...(row ? namesIn(row) : [])])]
}

function namesIn({ en, de = en, ar, also = [] }: CityRow): string[] {
  return [en, de, ar, ...also]
}

/** Accents and case do not matter: `Krakow` is `Kraków`. */
function toKey(city: string, country: string): string {
  const letters = city.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return `${country} ${letters.replace(/[^\p{L}]+/gu, ' ').trim()}`
}
