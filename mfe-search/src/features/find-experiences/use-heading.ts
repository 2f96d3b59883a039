import { searchedCityIn } from '@fernweh/contracts/browser/city-names'
import type { FindData } from '@fernweh/contracts/fragments/search'
import { useMessages } from '../../messages/use-messages.ts'

/** The page's heading for a search. */
export function useHeading(data: FindData): string {
  const { t, locale } = useMessages()
  const { q, category } = data.search
  const city = searchedCityIn(data, locale)
  if (q !== '') return city ? t('find.query-in-city', { q, city }) : t('find.query', { q })
  if (!category) return city ? t('find.in-city', { city }) : t('find.all')
  const categoryName = t(`category.${category}`)
  return city ? t('find.category-in-city', { category: categoryName, city }) : categoryName
}

/** The document's title, the same as `bff/search` sets on a full page load. */
export function useTitle(data: FindData): string {
  const { t, locale } = useMessages()
  const { q } = data.search
  const city = searchedCityIn(data, locale)
  if (q !== '') return t('title.find-query', { q })
  return city ? t('title.find-city', { city }) : t('title.find')
}
