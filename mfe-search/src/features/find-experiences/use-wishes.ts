import { type FilterName, filterFields, filterNames } from '@fernweh/contracts/browser/search-filters'
import type { SearchQuery } from '@fernweh/contracts/fragments/search'
import { useMessages } from '../../use-messages.ts'

/** The wishes of a search as their owner would say them. */
export function useWishes(search: SearchQuery): { wish: FilterName; words: string }[] {
  const { t, locale } = useMessages()
  const { q, category, city, country, seats, price, currency } = search

  function say(wish: FilterName): string {
    switch (wish) {
      case 'q':
        return t('find.query', { q })
      case 'category':
        return category === undefined ? '' : t(`category.${category}`)
      case 'city':
        return city ?? ''
      case 'country':
        return country === undefined ? '' : (new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country)
      case 'when':
        return sayDays(search)
      case 'seats':
        return t('search.people', { seats: seats ?? 0 })
      case 'price':
        return t('find.max-price', { price: toWhole(price ?? 0, currency ?? 'EUR', locale) })
    }
  }

  function sayDays({ from, to }: SearchQuery): string {
    if (from !== undefined && to !== undefined) {
      return from === to
        ? toDay(from, locale)
        : t('find.date-range', { from: toDay(from, locale), to: toDay(to, locale) })
    }
    return from === undefined
      ? t('find.until-date', { day: toDay(to ?? '', locale) })
      : t('find.from-date', { day: toDay(from, locale) })
  }

  const isMade = (wish: FilterName) => filterFields[wish].some((field) => (search[field] ?? '') !== '')
  return filterNames.filter(isMade).map((wish) => ({ wish, words: say(wish) }))
}

function toDay(day: string, locale: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(date)
}

function toWhole(value: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(value)
}
