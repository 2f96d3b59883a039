/** What a host wrote, in the reader's language where somebody translated it. */
import { directionOf, languageOf } from '@fernweh/contracts/browser/languages'

interface Written<Text> {
  language: string
  translations: Partial<Record<string, Text>>
}

/** `mark` is for the element: empty where the text is in the language of the page. */
export function textFor<Text, Own extends Written<Text> & Text>(written: Own, locale: string) {
  const page = languageOf(locale)
  const translated = page === written.language ? undefined : written.translations[page]
  const text: Text = translated ?? written
  return {
    text,
    isTranslated: translated !== undefined,
    mark: translated || page === written.language ? {} : markOf(written.language),
  }
}

const markOf = (language: string) => ({ lang: language, dir: directionOf(language) })
