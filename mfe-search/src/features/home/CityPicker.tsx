import { toCityChoices } from '@fernweh/contracts/browser/city-names'
import type { HomeData } from '@fernweh/contracts/fragments/search'
import { Button } from '@fernweh/ui/forms/Button'
import { Select } from '@fernweh/ui/forms/Select'
import type { TeamHost } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './CityPicker.module.css'
import { NearMeButton } from './NearMeButton.tsx'

interface CityPickerProps {
  cities: HomeData['cities']
  chosen: string
  host: TeamHost
}

/** Chooses the city whose experiences are shown; the choice stays in the URL. */
export function CityPicker({ cities, chosen, host }: CityPickerProps) {
  const { t, locale } = useMessages()
  return (
    <div className={styles.picker}>
      <form className={styles.form} action="/" method="get">
        <Select
          id="near-city"
          name="near"
          label={t('home.near-label')}
          defaultValue={chosen}
          choices={[['', t('search.any-city')], ...toCityChoices(cities, locale)]}
        />
        <Button type="submit">{t('home.near-button')}</Button>
      </form>
      <NearMeButton host={host} />
    </div>
  )
}
