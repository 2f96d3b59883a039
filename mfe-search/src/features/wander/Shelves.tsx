import type { HomeData } from '@fernweh/contracts/fragments/search'
import type { Host } from '@fernweh/kit/browser/host'
import { toAddress } from '../../listing/address.ts'
import { Shelf } from '../../listing/Shelf.tsx'
import { useMessages } from '../../use-messages.ts'
import { ChooseNear } from './ChooseNear.tsx'

/** What is near, where a place is known, else what is popular; and what comes up within a week. */
export function Shelves({ near, popular, soon, cities, host }: HomeData & { host: Host }) {
  const { t } = useMessages()
  if (popular.length === 0) return null
  return (
    <>
      {near ? (
        <Shelf id="near" heading={t('home.near', { city: near.city })} found={near.found} priority host={host}>
          <ChooseNear cities={cities} chosen={near.city} host={host} />
        </Shelf>
      ) : (
        <Shelf id="popular" heading={t('home.popular')} found={popular} priority host={host}>
          <ChooseNear cities={cities} chosen="" host={host} />
        </Shelf>
      )}
      {soon.length > 0 && (
        <Shelf id="soon" heading={t('home.soon')} found={soon} host={host}>
          <a href={toAddress({ sort: 'soonest' })}>{t('home.see-all')}</a>
        </Shelf>
      )}
    </>
  )
}
