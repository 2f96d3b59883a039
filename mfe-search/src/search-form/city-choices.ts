import { cityIn } from '@fernweh/contracts/browser/city-names'
import type { FindData } from '@fernweh/contracts/fragments/search'

type City = FindData['cities'][number]

/** In alphabetical order of the reader's language. */
export function toSortedCities<Some extends City>(cities: readonly Some[], locale: string): Some[] {
  const { compare } = new Intl.Collator(locale)
  return [...cities].sort((a, b) => compare(cityIn(a, locale), cityIn(b, locale)))
}

/** Choices of a select; their values are the names by which addresses know the cities. */
export function toCityChoices(
  cities: readonly City[],
  locale: string,
  toLabel: (name: string, city: City) => string = (name) => name,
): [string, string][] {
  return toSortedCities(cities, locale).map((city) => [city.city, toLabel(cityIn(city, locale), city)])
}
