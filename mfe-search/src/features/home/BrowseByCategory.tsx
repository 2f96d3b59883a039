import type { HomeData } from '@fernweh/contracts/fragments/search'
import { CategoryIcon } from '../../experience-card/CategoryIcon.tsx'
import { useMessages } from '../../messages/use-messages.ts'
import { toSearchUrl } from '../../search-form/search-url.ts'
import styles from './Browse.module.css'

/** Links to all categories with their number of experiences. */
export function BrowseByCategory({ categories }: Pick<HomeData, 'categories'>) {
  const { t, locale } = useMessages()
  if (categories.length === 0) return null
  const number = new Intl.NumberFormat(locale)
  return (
    <section aria-labelledby="categories" className={styles.section}>
      <h2 id="categories">{t('home.categories')}</h2>
      <ul className={styles.categories}>
        {categories.map(({ category, count }) => (
          <li key={category}>
            <a className={styles.category} href={toSearchUrl({ category })}>
              <CategoryIcon category={category} />
              <span>{t(`category.${category}`)}</span>
              <span className={styles.count}>{number.format(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
