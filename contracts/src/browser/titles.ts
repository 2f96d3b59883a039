import { languageOf } from './languages.ts'

interface Titled {
  title: string
  /** Of the title. */
  language: string
  /** By language. */
  translations: Record<string, string>
}

/** In the reader's language where it is known in that, else as it was written; `language` is that of the text. */
export function titleIn({ title, language, translations }: Titled, locale: string): { text: string; language: string } {
  const wanted = languageOf(locale)
  const translated = wanted === language ? undefined : translations[wanted]
  return translated === undefined ? { text: title, language } : { text: translated, language: wanted }
}
