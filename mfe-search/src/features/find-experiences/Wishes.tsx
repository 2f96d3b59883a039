import type { SearchQuery } from '@fernweh/contracts/fragments/search'
import { ChipLink } from '@fernweh/ui/Chip'
import { FIND, withoutWish } from '../../listing/address.ts'
import { useMessages } from '../../use-messages.ts'
import styles from './Results.module.css'
import { useWishes } from './use-wishes.ts'

/** What was wished for; each can be taken back by itself. */
export function Wishes({ search }: { search: SearchQuery }) {
  const { t } = useMessages()
  const wishes = useWishes(search)
  if (wishes.length === 0) return null
  return (
    <nav aria-label={t('find.filters')}>
      <ul className={styles.wishes}>
        {wishes.map(({ wish, words }) => (
          <li key={wish}>
            <ChipLink
              href={withoutWish(search, wish)}
              aria-label={t('find.remove-filter', { filter: words })}
              data-wish={wish}
            >
              <span suppressHydrationWarning>{words}</span> <span aria-hidden="true">×</span>
            </ChipLink>
          </li>
        ))}
        {wishes.length > 1 && (
          <li>
            <a className={styles.all} href={FIND}>
              {t('find.clear-filters')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
