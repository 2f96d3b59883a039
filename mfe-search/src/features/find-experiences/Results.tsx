import type { FindData, SearchQuery } from '@fernweh/contracts/fragments/search'
import type { Host } from '@fernweh/kit/browser/host'
import { Cards } from '@fernweh/ui/Cards'
import { HorizonLine } from '@fernweh/ui/HorizonLine'
import { Pagination } from '@fernweh/ui/Pagination'
import { toAddress, withWish } from '../../listing/address.ts'
import { ListingCard } from '../../listing/ListingCard.tsx'
import { useMessages } from '../../use-messages.ts'
import { Empty } from './Empty.tsx'
import styles from './Results.module.css'
import { Wishes } from './Wishes.tsx'

const SIZES = '(min-width: 80rem) 18rem, (min-width: 62rem) 30vw, (min-width: 40rem) 46vw, 66vw'

export function Results({ data, busy, host }: { data: FindData; busy: boolean; host: Host }) {
  const { t } = useMessages()
  const { search, total, page, pages, found } = data
  const asksForSession = (search.from ?? search.to ?? search.seats) !== undefined
  return (
    <section className={styles.results} aria-labelledby="find-count" aria-busy={busy} data-results>
      {busy && <HorizonLine />}
      {total > 0 && (
        <div className={styles.heading}>
          <h2 id="find-count" className={styles.count}>
            {t('find.count', { count: total })}
          </h2>
          {total > 1 && <Sorts search={search} hasOneCurrency={data.currencies.length === 1} />}
        </div>
      )}
      <Wishes search={search} />
      {total === 0 && <Empty data={data} />}
      <Cards>
        {found.map((one, at) => (
          <li key={one.feed}>
            <ListingCard found={one} asked={asksForSession} sizes={SIZES} priority={at < 2} host={host} />
          </li>
        ))}
      </Cards>
      <Pagination page={page} pages={pages} hrefOf={(page) => toAddress({ ...search, page })} />
    </section>
  )
}

/** Prices of different currencies cannot be compared: nobody here knows rates. */
function Sorts({ search, hasOneCurrency }: { search: SearchQuery; hasOneCurrency: boolean }) {
  const { t } = useMessages()
  const sorts = hasOneCurrency
    ? (['best', 'soonest', 'rating', 'price'] as const)
    : (['best', 'soonest', 'rating'] as const)
  return (
    <nav aria-label={t('find.sort')}>
      <ul className={styles.sorts}>
        {sorts.map((sort) => (
          <li key={sort}>
            <a
              className={styles.sort}
              href={withWish(search, { sort })}
              aria-current={sort === search.sort ? 'true' : undefined}
              data-sort={sort}
            >
              {t(`sort.${sort}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
