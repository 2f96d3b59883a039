import type { HomeData } from '@fernweh/contracts/fragments/search'
import { toAddress } from '../../listing/address.ts'
import { CategoryMark } from '../../listing/CategoryMark.tsx'
import { useMessages } from '../../use-messages.ts'
import styles from './Places.module.css'

/** All kinds and all places, for those who have no word in mind. */
export function Places({ categories, cities }: Pick<HomeData, 'categories' | 'cities'>) {
  const { t, locale } = useMessages()
  if (cities.length === 0) return null
  const number = new Intl.NumberFormat(locale)
  return (
    <>
      <section aria-labelledby="categories" className={styles.section}>
        <h2 id="categories">{t('home.categories')}</h2>
        <ul className={styles.kinds}>
          {categories.map(({ category, count }) => (
            <li key={category}>
              <a className={styles.kind} href={toAddress({ category })}>
                <CategoryMark category={category} />
                <span>{t(`category.${category}`)}</span>
                <span className={styles.count}>{number.format(count)}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="cities" className={styles.section}>
        <h2 id="cities">{t('home.cities')}</h2>
        <div className={styles.continents}>
          {toContinents(cities, locale).map(([continent, inside]) => (
            <div key={continent} className={styles.continent}>
              <h3>{t(`continent.${continent}`)}</h3>
              <ul>
                {inside.map(({ city, count }) => (
                  <li key={city}>
                    <a className={styles.city} href={toAddress({ city })}>
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
    </>
  )
}

type City = HomeData['cities'][number]
type Continent = NonNullable<City['continent']> | 'elsewhere'

/** Continents with most cities first, cities by name. */
export function toContinents(cities: readonly City[], locale: string): [Continent, City[]][] {
  const { compare } = new Intl.Collator(locale)
  const continents = new Map<Continent, City[]>()
  for (const city of [...cities].sort((a, b) => compare(a.city, b.city))) {
    const name = city.continent ?? 'elsewhere'
    continents.set(name, [...(continents.get(name) ?? []), city])
  }
  return [...continents].sort(([, some], [, others]) => others.length - some.length)
}
