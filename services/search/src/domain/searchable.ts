import { categoryWords } from './category-words.ts'
import type { PublishedDetails } from './experience.ts'
import { toCityNames, toCountryNames } from './place-words.ts'
import type { Searchable } from './relevance.ts'

export function toSearchable({ title, summary, description, ...details }: PublishedDetails['details']): Searchable {
  const texts = [{ title, summary, description }, ...Object.values(details.translations)]
  return {
    title: texts.map((text) => text.title).join(' '),
    city: toCityNames(details.city),
    country: toCountryNames(details.country),
    category: categoryWords[details.category],
    summary: texts.map((text) => text.summary).join(' '),
    description: texts.map((text) => text.description).join(' '),
  }
}
