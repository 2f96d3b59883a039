import type { FindData, SearchQuery } from '@fernweh/contracts/fragments/search'
import { ChipLink } from '@fernweh/ui/Chip'
import { withoutWish, withWish } from '../../listing/address.ts'
import { CategoryMark } from '../../listing/CategoryMark.tsx'
import { useMessages } from '../../use-messages.ts'
import styles from './Kinds.module.css'

/** Categories with what each would give; the one that is chosen leads back to all. */
export function Kinds({ search, categories }: { search: SearchQuery; categories: FindData['categories'] }) {
  const { t, locale } = useMessages()
  const number = new Intl.NumberFormat(locale)
  if (categories.length === 0) return null
  return (
    <nav aria-label={t('find.categories')}>
      <ul className={styles.kinds}>
        {categories.map(({ category, count }) => (
          <li key={category}>
            <ChipLink
              href={category === search.category ? withoutWish(search, 'category') : withWish(search, { category })}
              current={category === search.category}
              data-category={category}
            >
              <CategoryMark category={category} />
              {t(`category.${category}`)} <span className={styles.count}>{number.format(count)}</span>
            </ChipLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
