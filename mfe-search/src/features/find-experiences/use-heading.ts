import type { SearchQuery } from '@fernweh/contracts/fragments/search'
import { useMessages } from '../../messages/use-messages.ts'

/** The page's heading for a search. */
export function useHeading({ q, city, category }: SearchQuery): string {
  const { t } = useMessages()
  if (q !== '') return city ? t('find.query-in-city', { q, city }) : t('find.query', { q })
  if (!category) return city ? t('find.in-city', { city }) : t('find.all')
  const categoryName = t(`category.${category}`)
  return city ? t('find.category-in-city', { category: categoryName, city }) : categoryName
}

/** The document's title, the same as `bff/search` sets on a full page load. */
export function useTitle({ q, city }: SearchQuery): string {
  const { t } = useMessages()
  if (q !== '') return t('title.find-query', { q })
  return city ? t('title.find-city', { city }) : t('title.find')
}
