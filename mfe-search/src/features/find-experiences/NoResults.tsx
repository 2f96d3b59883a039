import type { FindData } from '@fernweh/contracts/fragments/search'
import { EmptyState } from '@fernweh/ui/feedback/EmptyState'
import { useMessages } from '../../messages/use-messages.ts'
import { FIND_PATH, withoutFilter } from '../../search-form/search-url.ts'
import styles from './Results.module.css'
import { useActiveFilters } from './use-active-filters.ts'

/** Shown when nothing matches: how many results there would be without each of the filters. */
export function NoResults({ data }: { data: FindData }) {
  const { t, locale } = useMessages()
  const { search, without } = data
  const number = new Intl.NumberFormat(locale)
  const removable = useActiveFilters(data).filter(({ name }) => without[name] !== undefined)
  // The label of a query has quotation marks of its own.
  const filterOf = ({ name, label }: (typeof removable)[number]) => (name === 'q' ? search.q : label)
  return (
    <EmptyState title={<h2 id="find-count">{t('find.count', { count: 0 })}</h2>}>
      {removable.length === 0 ? (
        <p>{search.q === '' ? t('find.no-results') : t('find.no-results-hint')}</p>
      ) : (
        <>
          <p id="find-suggestions">{t('find.suggestions')}</p>
          <ul className={styles.suggestions} aria-labelledby="find-suggestions">
            {removable.map((filter) => (
              <li key={filter.name}>
                <a
                  className={styles.link}
                  href={withoutFilter(search, filter.name)}
                  data-filter={filter.name}
                  suppressHydrationWarning
                >
                  {t('find.without-filter', {
                    filter: filterOf(filter),
                    count: number.format(without[filter.name] ?? 0),
                  })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <a className={styles.link} href={FIND_PATH}>
        {t('home.see-all')}
      </a>
    </EmptyState>
  )
}
