import type { HomeData } from '@fernweh/contracts/fragments/search'
import type { Host } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { Select } from '@fernweh/ui/Select'
import { useMessages } from '../../use-messages.ts'
import styles from './ChooseNear.module.css'
import { NearMe } from './NearMe.tsx'

interface ChooseNearProps {
  cities: HomeData['cities']
  chosen: string
  host: Host
}

/** A place to begin from; it stays in the address. */
export function ChooseNear({ cities, chosen, host }: ChooseNearProps) {
  const { t, locale } = useMessages()
  const names = cities.map(({ city }) => city).sort(new Intl.Collator(locale).compare)
  return (
    <div className={styles.choose}>
      <form className={styles.form} action="/" method="get">
        <Select
          id="near-city"
          name="near"
          label={t('home.near-label')}
          defaultValue={chosen}
          choices={[['', t('search.any-city')], ...names.map((name) => [name, name] as const)]}
        />
        <Button type="submit">{t('home.near-button')}</Button>
      </form>
      <NearMe host={host} />
    </div>
  )
}
