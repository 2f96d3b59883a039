import { toAllCityNames } from '@fernweh/contracts/city-names'
import { categoryWords } from './category-words.ts'
import { toCountryNames } from './country-names.ts'
import type { PublishedDetails } from './experience.ts'
import type { Searchable, SearchableText } from './relevance.ts'

export function toSearchable(details: PublishedDetails['details']): Searchable {
  const texts = [[details.language, details] as const, ...Object.entries(details.translations)]
  const inItsLanguages = (field: 'title' | 'summary' | 'description') =>
    texts.map(([language, text]) => ({ text: text[field], language }))
  return {
    title: inItsLanguages('title'),
    city: inAllLanguages(toAllCityNames(details.city, details.country).join(' ')),
    country: inAllLanguages(toCountryNames(details.country)),
    category: inAllLanguages(categoryWords[details.category]),
    summary: inItsLanguages('summary'),
    description: inItsLanguages('description'),
  }
}

const inAllLanguages = (text: string): SearchableText[] => [{ text, language: null }]
