import type { HomeData } from '@fernweh/contracts/parts/search'
import { Button } from '@fernweh/ui/Button'
import { Select } from '@fernweh/ui/Select'
import { useWords } from '../../words.ts'
import styles from './ChooseNear.module.css'

/** A place to begin from; it stays in the address. */
export function ChooseNear({ cities, chosen }: { cities: HomeData['cities']; chosen: string }) {
  const { t, locale } = useWords()
  const names = cities.map(({ city }) => city).sort(new Intl.Collator(locale).compare)
  return (
    <form className={styles.form} action="/" method="get">
      <Select
        id="near-city"
        name="near"
        label={t('home.near-label')}
        defaultValue={chosen}
        choices={[['', t('search.anywhere')], ...names.map((name) => [name, name] as const)]}
      />
      <Button type="submit">{t('home.near-button')}</Button>
    </form>
  )
}
