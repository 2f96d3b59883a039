import type { FindData, SearchQuery } from '@fernweh/contracts/fragments/search'
import { ChipLink } from '@fernweh/ui/forms/Chip'
import { CategoryIcon } from '../../experience-card/CategoryIcon.tsx'
import { useMessages } from '../../messages/use-messages.ts'
import { withFilter, withoutFilter } from '../../search-form/search-url.ts'
import styles from './CategoryFilter.module.css'

/** Categories with their number of results; the selected one links back to all categories. */
export function CategoryFilter({ search, categories }: { search: SearchQuery; categories: FindData['categories'] }) {
  const { t, locale } = useMessages()
  const number = new Intl.NumberFormat(locale)
  if (categories.length === 0) return null
  return (
    <nav aria-label={t('find.categories')}>
      <ul className={styles.categories}>
        {categories.map(({ category, count }) => (
          <li key={category}>
            <ChipLink
              href={category === search.category ? withoutFilter(search, 'category') : withFilter(search, { category })}
              current={category === search.category}
              data-category={category}
            >
              <CategoryIcon category={category} />
              {t(`category.${category}`)} <span className={styles.count}>{number.format(count)}</span>
            </ChipLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
