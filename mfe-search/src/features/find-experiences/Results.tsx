import type { FindData, SearchQuery } from '@fernweh/contracts/fragments/search'
import { Cards } from '@fernweh/ui/layout/Cards'
import { HorizonLine } from '@fernweh/ui/layout/HorizonLine'
import { Pagination } from '@fernweh/ui/layout/Pagination'
import { ExperienceCard } from '../../experience-card/ExperienceCard.tsx'
import type { TeamHost } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import { toSearchUrl, withFilter } from '../../search-form/search-url.ts'
import { FilterChips } from './FilterChips.tsx'
import { NoResults } from './NoResults.tsx'
import styles from './Results.module.css'

const SIZES = '(min-width: 80rem) 18rem, (min-width: 62rem) 30vw, (min-width: 40rem) 46vw, 66vw'

export function Results({ data, busy, host }: { data: FindData; busy: boolean; host: TeamHost }) {
  const { t } = useMessages()
  const { search, total, page, pages, found, holds } = data
  return (
    <section className={styles.results} aria-labelledby="find-count" aria-busy={busy} data-results>
      {busy && <HorizonLine />}
      {total > 0 && (
        <div className={styles.heading}>
          <h2 id="find-count" className={styles.count}>
            {t('find.count', { count: total })}
          </h2>
          {total > 1 && <SortLinks search={search} hasOneCurrency={data.currencies.length === 1} />}
        </div>
      )}
      {total > 0 && holds === 'some' && <p>{t('find.some-words')}</p>}
      <FilterChips data={data} />
      {total === 0 && <NoResults data={data} />}
      <Cards>
        {found.map((result, at) => (
          <li key={result.feed}>
            <ExperienceCard result={result} search={search} sizes={SIZES} priority={at < 2} host={host} />
          </li>
        ))}
      </Cards>
      <Pagination page={page} pages={pages} hrefOf={(page) => toSearchUrl({ ...search, page })} />
    </section>
  )
}

/** Sorting by price is offered for a single currency only: there are no exchange rates to compare by. */
function SortLinks({ search, hasOneCurrency }: { search: SearchQuery; hasOneCurrency: boolean }) {
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
              href={withFilter(search, { sort })}
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
