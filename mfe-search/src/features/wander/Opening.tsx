import type { HomeData } from '@fernweh/contracts/fragments/search'
import { Button } from '@fernweh/ui/Button'
import { DateField } from '@fernweh/ui/DateField'
import { Field } from '@fernweh/ui/Field'
import { Select } from '@fernweh/ui/Select'
import { FIND } from '../../listing/address.ts'
import { useSeatChoices } from '../../listing/seat-choices.ts'
import { useMessages } from '../../use-messages.ts'
import styles from './Opening.module.css'
import { OtherLanguages } from './OtherLanguages.tsx'

/** The first thing there is: a box to say where, when and how many. */
export function Opening({ categories, cities }: Pick<HomeData, 'categories' | 'cities'>) {
  const { t } = useMessages()
  const seatChoices = useSeatChoices()
  const experiences = categories.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className={styles.opening}>
      <div className={styles.words}>
        <h1>{t('home.heading')}</h1>
        <p className={styles.offer}>
          {experiences === 0 ? t('home.empty') : t('home.summary', { experiences, cities: cities.length })}
        </p>
      </div>
      <search>
        <form className={styles.form} action={FIND} method="get" data-search>
          <div className={styles.what}>
            <Field id="search-q" label={t('search.query')}>
              {(control) => (
                <input {...control} type="search" name="q" maxLength={200} autoComplete="off" list="search-cities" />
              )}
            </Field>
          </div>
          <datalist id="search-cities">
            {cities.map(({ city }) => (
              <option key={city} value={city} />
            ))}
          </datalist>
          <DateField id="search-from" name="from" label={t('search.from')} />
          <Select id="search-seats" name="seats" label={t('search.party-size')} choices={seatChoices} />
          <Button type="submit" kind="action">
            {t('search.button')}
          </Button>
        </form>
      </search>
      <OtherLanguages />
    </div>
  )
}
