import type { HomeData } from '@fernweh/contracts/fragments/search'
import { useMessages } from '../../messages/use-messages.ts'
import { toSearchUrl } from '../../search-form/search-url.ts'
import styles from './Browse.module.css'

/** Links to all cities, grouped by continent, with their number of experiences. */
export function BrowseByCity({ cities }: Pick<HomeData, 'cities'>) {
  const { t, locale } = useMessages()
  if (cities.length === 0) return null
  const number = new Intl.NumberFormat(locale)
  return (
    <section aria-labelledby="cities" className={styles.section}>
      <h2 id="cities">{t('home.cities')}</h2>
      <div className={styles.continents}>
        {toContinents(cities, locale).map(([continent, continentCities]) => (
          <div key={continent} className={styles.continent}>
            <h3>{t(`continent.${continent}`)}</h3>
            <ul>
              {continentCities.map(({ city, count }) => (
                <li key={city}>
                  <a className={styles.city} href={toSearchUrl({ city })}>
                    <span>{city}</span>
                    <span className={styles.count}>{number.format(count)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

type City = HomeData['cities'][number]
type Continent = NonNullable<City['continent']> | 'elsewhere'

/** Continents with the most cities first, cities in alphabetical order. */
export function toContinents(cities: readonly City[], locale: string): [Continent, City[]][] {
  const { compare } = new Intl.Collator(locale)
  const continents = new Map<Continent, City[]>()
  for (const city of [...cities].sort((a, b) => compare(a.city, b.city))) {
    const name = city.continent ?? 'elsewhere'
    continents.set(name, [...(continents.get(name) ?? []), city])
  }
  return [...continents].sort(([, some], [, others]) => others.length - some.length)
}
