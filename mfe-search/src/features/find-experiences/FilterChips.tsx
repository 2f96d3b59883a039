import type { FindData } from '@fernweh/contracts/fragments/search'
import { ChipLink } from '@fernweh/ui/forms/Chip'
import { useMessages } from '../../messages/use-messages.ts'
import { FIND_PATH, withoutFilter } from '../../search-form/search-url.ts'
import styles from './Results.module.css'
import { useActiveFilters } from './use-active-filters.ts'

/** The active filters; each can be removed on its own. */
export function FilterChips({ data }: { data: FindData }) {
  const { t } = useMessages()
  const filters = useActiveFilters(data)
  if (filters.length === 0) return null
  return (
    <nav aria-label={t('find.filters')}>
      <ul className={styles.filters}>
        {filters.map(({ name, label }) => (
          <li key={name}>
            <ChipLink
              href={withoutFilter(data.search, name)}
              aria-label={t('find.remove-filter', { filter: label })}
              data-filter={name}
            >
              <span suppressHydrationWarning>{label}</span> <span aria-hidden="true">×</span>
            </ChipLink>
          </li>
        ))}
        {filters.length > 1 && (
          <li>
            <a className={styles.link} href={FIND_PATH}>
              {t('find.clear-filters')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
