import { cityIn } from '@fernweh/contracts/browser/city-names'
import type { HomeData } from '@fernweh/contracts/fragments/search'
import { Button } from '@fernweh/ui/forms/Button'
import { DateField } from '@fernweh/ui/forms/DateField'
import { Field } from '@fernweh/ui/forms/Field'
import { Select } from '@fernweh/ui/forms/Select'
import { useMessages } from '../../messages/use-messages.ts'
import { usePartySizeChoices } from '../../search-form/party-size-choices.ts'
import { FIND_PATH } from '../../search-form/search-url.ts'
import styles from './SearchHero.module.css'

/** The top of the home page: a heading and a search form for place, date and party size. */
export function SearchHero({ categories, cities }: Pick<HomeData, 'categories' | 'cities'>) {
  const { t, locale } = useMessages()
  const partySizes = usePartySizeChoices()
  const experiences = categories.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className={styles.hero}>
      <div className={styles.intro}>
        <h1>{t('home.heading')}</h1>
        <p className={styles.tagline}>
          {experiences === 0 ? t('home.empty') : t('home.summary', { experiences, cities: cities.length })}
        </p>
      </div>
      <search>
        <form className={styles.form} action={FIND_PATH} method="get" data-search>
          <div className={styles.what}>
            <Field id="search-q" label={t('search.query')}>
              {(control) => (
                <input {...control} type="search" name="q" maxLength={200} autoComplete="off" list="search-cities" />
              )}
            </Field>
          </div>
          <datalist id="search-cities">
            {cities.map((city) => (
              <option key={city.city} value={cityIn(city, locale)} />
            ))}
          </datalist>
          <DateField id="search-from" name="from" label={t('search.from')} />
          <Select id="search-seats" name="seats" label={t('search.party-size')} choices={partySizes} />
          <Button type="submit" kind="action">
            {t('search.button')}
          </Button>
        </form>
      </search>
    </div>
  )
}
