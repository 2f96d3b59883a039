import { cityIn, toSortedCities } from '@fernweh/contracts/browser/city-names'
import type { HomeData } from '@fernweh/contracts/fragments/search'
import { Picture } from '@fernweh/ui/content/Picture'
import { Disclosure } from '@fernweh/ui/layout/Disclosure'
import { useMessages } from '../../messages/use-messages.ts'
import { toSearchUrl } from '../../search-form/search-url.ts'
import styles from './Browse.module.css'

const SIZES = '(min-width: 80rem) 18rem, (min-width: 48rem) 22vw, 30vw'

/** The most popular cities with a picture, and all of them by continent. */
export function BrowseByCity({ cities, pictured }: Pick<HomeData, 'cities' | 'pictured'>) {
  const { t, locale } = useMessages()
  if (cities.length === 0) return null
  const byName = new Map(cities.map((place) => [place.city, place]))
  return (
    <section aria-labelledby="cities" className={styles.section}>
      <h2 id="cities">{t('home.cities')}</h2>
      <ul className={styles.places}>
        {pictured.map(({ city, picture }) => (
          <li key={city}>
            <a className={styles.place} href={toSearchUrl({ city })}>
              <Picture picture={picture} alt="" sizes={SIZES} />
              <CityName place={byName.get(city)} />
            </a>
          </li>
        ))}
      </ul>
      <Disclosure summary={t('home.all-cities')} open={pictured.length === 0}>
        <div className={styles.continents}>
          {toContinents(cities, locale).map(([continent, continentCities]) => (
            <div key={continent} className={styles.continent}>
              <h3>{t(`continent.${continent}`)}</h3>
              <ul>
                {continentCities.map((place) => (
                  <li key={place.city}>
                    <a className={styles.city} href={toSearchUrl({ city: place.city })}>
                      <CityName place={place} />
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </Disclosure>
    </section>
  )
}

function CityName({ place }: { place: City | undefined }) {
  const { locale } = useMessages()
  if (!place) return null
  return (
    <span className={styles.name}>
      <span>{cityIn(place, locale)}</span>
      <span className={styles.count}>{new Intl.NumberFormat(locale).format(place.count)}</span>
    </span>
  )
}

type City = HomeData['cities'][number]
type Continent = NonNullable<City['continent']> | 'elsewhere'

/** Continents with the most cities first, cities in alphabetical order. */
export function toContinents(cities: readonly City[], locale: string): [Continent, City[]][] {
  const continents = new Map<Continent, City[]>()
  for (const city of toSortedCities(cities, locale)) {
    const name = city.continent ?? 'elsewhere'
    continents.set(name, [...(continents.get(name) ?? []), city])
  }
  return [...continents].sort(([, some], [, others]) => others.length - some.length)
}
