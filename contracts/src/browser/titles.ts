import { languageOf } from './languages.ts'

interface Titled {
  title: string
  /** Language of the title. */
  language: string
  /** By language. */
  translations: Record<string, string>
}

/** The title in the reader's language if it is translated, otherwise the original; `language` is that of the text. */
export function titleIn({ title, language, translations }: Titled, locale: string): { text: string; language: string } {
  const wanted = languageOf(locale)
  const translated = wanted === language ? undefined : translations[wanted]
  return translated === undefined ? { text: title, language } : { text: translated, language: wanted }
}
