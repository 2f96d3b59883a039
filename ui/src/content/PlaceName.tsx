import { toCountryName } from '@fernweh/contracts/browser/country-names'
import { type Place, toDirectionsUrl, toMapUrl } from '@fernweh/contracts/browser/map-links'
import { useMessages } from '../use-messages.ts'
import styles from './PlaceName.module.css'

interface PlaceNameProps {
  city: string
  /** ISO 3166-1 alpha-2. */
  country: string | null | undefined
  /** Null or undefined while the point is unknown. */
  place: Place | null | undefined
}

/** City and country, with links to the point on a map and to directions. */
export function PlaceName({ city, country, place }: PlaceNameProps) {
  const { t, locale } = useMessages()
  const name = country ? t('ui.place.name', { city, country: toCountryName(country, locale) }) : city
  return (
    <span className={styles.place}>
      <span suppressHydrationWarning>{name}</span>
      {place && (
        <>
          {' '}
          <a href={toMapUrl(place)} rel="noreferrer">
            {t('ui.place.map')}
          </a>{' '}
          <a href={toDirectionsUrl(place)} rel="noreferrer">
            {t('ui.place.directions')}
          </a>
        </>
      )}
    </span>
  )
}
