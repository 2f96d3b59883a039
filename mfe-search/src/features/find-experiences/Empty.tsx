import type { FindData } from '@fernweh/contracts/fragments/search'
import { EmptyState } from '@fernweh/ui/EmptyState'
import { FIND, withoutWish } from '../../listing/address.ts'
import { useMessages } from '../../use-messages.ts'
import styles from './Results.module.css'
import { useWishes } from './use-wishes.ts'

/** Nothing fits: which wish stands in the way, and what would be there without it. */
export function Empty({ data: { search, without } }: { data: FindData }) {
  const { t, locale } = useMessages()
  const number = new Intl.NumberFormat(locale)
  const loosened = useWishes(search).filter(({ wish }) => without[wish] !== undefined)
  return (
    <EmptyState title={<h2 id="find-count">{t('find.count', { count: 0 })}</h2>}>
      {loosened.length === 0 ? (
        <p>{search.q === '' ? t('find.no-results') : t('find.no-results-hint')}</p>
      ) : (
        <>
          <p id="find-loosen">{t('find.suggestions')}</p>
          <ul className={styles.ways} aria-labelledby="find-loosen">
            {loosened.map(({ wish, words }) => (
              <li key={wish}>
                <a className={styles.all} href={withoutWish(search, wish)} data-wish={wish} suppressHydrationWarning>
                  {t('find.without-filter', { filter: words, count: number.format(without[wish] ?? 0) })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <a className={styles.all} href={FIND}>
        {t('home.see-all')}
      </a>
    </EmptyState>
  )
}
