/** What a host wrote, in the reader's language where somebody translated it. */
import { type Language, languageOf } from '@fernweh/contracts/browser/languages'

interface Written<Text> {
  language: string
  translations: Partial<Record<string, Text>>
}

/** `lang` is for the element: undefined where the text is in the language of the page. */
export function textFor<Text, Own extends Written<Text> & Text>(written: Own, locale: string) {
  const page = languageOf(locale)
  const translated = page === written.language ? undefined : written.translations[page]
  const text: Text = translated ?? written
  return { text, isTranslated: translated !== undefined, lang: langOf(page, translated ? page : written.language) }
}

export const langOf = (page: Language, language: string) => (page === language ? undefined : language)
