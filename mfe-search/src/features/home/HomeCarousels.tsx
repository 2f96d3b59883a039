import { cityIn } from '@fernweh/contracts/browser/city-names'
import type { HomeData } from '@fernweh/contracts/fragments/search'
import type { TeamHost } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import { toSearchUrl } from '../../search-form/search-url.ts'
import { Carousel } from './Carousel.tsx'
import { CityPicker } from './CityPicker.tsx'

/** Experiences near the visitor's city, if it is known; those that begin soonest; popular ones. */
export function HomeCarousels({ near, popular, soon, cities, interests, host }: HomeData & { host: TeamHost }) {
  const { t, locale } = useMessages()
  if (popular.length === 0) return null
  const categories = interests.map((interest) => t(`category.${interest}`))
  return (
    <>
      {categories.length > 0 && (
        <p suppressHydrationWarning>
          {t('home.interests', { interests: new Intl.ListFormat(locale).format(categories) })}{' '}
          <a href="/account#account-profile">{t('home.change-interests')}</a>
        </p>
      )}
      {near && (
        <Carousel
          id="near"
          heading={t('home.near', { city: cityIn(near, locale) })}
          results={near.found}
          priority
          host={host}
        >
          <CityPicker cities={cities} chosen={near.city} host={host} />
        </Carousel>
      )}
      {soon.length > 0 && (
        <Carousel id="soon" heading={t('home.soon')} results={soon} priority={!near} host={host}>
          <a href={toSearchUrl({ sort: 'soonest' })}>{t('home.see-all')}</a>
        </Carousel>
      )}
      {!near && (
        <Carousel id="popular" heading={t('home.popular')} results={popular} priority={soon.length === 0} host={host}>
          <CityPicker cities={cities} chosen="" host={host} />
        </Carousel>
      )}
    </>
  )
}
