import { searchedCityIn } from '@fernweh/contracts/browser/city-names'
import { toCountryName } from '@fernweh/contracts/browser/country-names'
import { type FilterName, filterFields, filterNames } from '@fernweh/contracts/browser/search-filters'
import { formatLocal, yearIfFar } from '@fernweh/contracts/browser/time-format'
import type { FindData, SearchQuery } from '@fernweh/contracts/fragments/search'
import { useMessages } from '../../messages/use-messages.ts'

/** The filters that are set, with a label for each in the reader's language. */
export function useActiveFilters(data: FindData): { name: FilterName; label: string }[] {
  const { t, locale } = useMessages()
  const { search } = data
  const { q, category, country, seats, price, currency } = search

  function toLabel(name: FilterName): string {
    switch (name) {
      case 'q':
        return t('find.query', { q })
      case 'category':
        return category === undefined ? '' : t(`category.${category}`)
      case 'city':
        return searchedCityIn(data, locale) ?? ''
      case 'country':
        return country === undefined ? '' : toCountryName(country, locale)
      case 'when':
        return toDatesLabel(search)
      case 'seats':
        return t('search.people', { seats: seats ?? 0 })
      case 'price':
        return t('find.max-price', { price: toWholePrice(price ?? 0, currency ?? 'EUR', locale) })
    }
  }

  function toDatesLabel({ from, to }: SearchQuery): string {
    if (from !== undefined && to !== undefined) {
      return from === to
        ? toDay(from, locale)
        : t('find.date-range', { from: toDay(from, locale), to: toDay(to, locale) })
    }
    return from === undefined
      ? t('find.until-date', { day: toDay(to ?? '', locale) })
      : t('find.from-date', { day: toDay(from, locale) })
  }

  const isSet = (name: FilterName) => filterFields[name].some((field) => (search[field] ?? '') !== '')
  return filterNames.filter(isSet).map((name) => ({ name, label: toLabel(name) }))
}

function toDay(day: string, locale: string): string {
  return formatLocal(day, locale, { day: 'numeric', month: 'short', ...yearIfFar(day) })
}

function toWholePrice(value: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(value)
}
