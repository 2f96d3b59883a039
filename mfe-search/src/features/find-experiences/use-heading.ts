import type { SearchQuery } from '@fernweh/contracts/fragments/search'
import { useMessages } from '../../use-messages.ts'

/** What the page shows, in its own words. */
export function useHeading({ q, city, category }: SearchQuery): string {
  const { t } = useMessages()
  if (q !== '') return city ? t('find.query-in-city', { q, city }) : t('find.query', { q })
  if (!category) return city ? t('find.in-city', { city }) : t('find.all')
  const kind = t(`category.${category}`)
  return city ? t('find.category-in-city', { category: kind, city }) : kind
}

/** As `bff/search` says it when the page is opened. */
export function useTitle({ q, city }: SearchQuery): string {
  const { t } = useMessages()
  if (q !== '') return t('title.find-query', { q })
  return city ? t('title.find-city', { city }) : t('title.find')
}
