import { languageOf } from './languages.ts'

interface NamedCity<City> {
  /** As its host wrote it; also identifies it, e.g. in addresses. */
  city: City
  /** In languages where it has another name, by language. */
  cityNames?: Partial<Record<string, string>> | undefined
}

/** The city's name in the reader's language, if that is known. */
export function cityIn<City extends string | null>(
  { city, cityNames }: NamedCity<City>,
  locale: string,
): City | string {
  return cityNames?.[languageOf(locale)] ?? city
}

/** The city a search is limited to; undefined where it is not. */
export function searchedCityIn(
  { search, found }: { search: { city?: string | undefined }; found: readonly { data: NamedCity<string> }[] },
  locale: string,
): string | undefined {
  return search.city === undefined ? undefined : cityIn(found[0]?.data ?? { city: search.city }, locale)
}

/** In alphabetical order of the reader's language. */
export function toSortedCities<City extends NamedCity<string>>(cities: readonly City[], locale: string): City[] {
  const { compare } = new Intl.Collator(locale)
  return [...cities].sort((a, b) => compare(cityIn(a, locale), cityIn(b, locale)))
}

/** Choices of a select; their values are the names by which addresses know the cities. */
export function toCityChoices<City extends NamedCity<string>>(
  cities: readonly City[],
  locale: string,
  toLabel: (name: string, city: City) => string = (name) => name,
): [city: string, label: string][] {
  return toSortedCities(cities, locale).map((city) => [city.city, toLabel(cityIn(city, locale), city)])
}
