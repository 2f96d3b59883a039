/** Chooses between a host's original text and its translation into the reader's language. */
import { directionOf, languageOf } from '@fernweh/contracts/browser/languages'

interface TranslatedText<Text> {
  language: string
  translations: Partial<Record<string, Text>>
}

/** `attributes` are `lang` and `dir` of the element; empty when the text is in the page's language. */
export function localizedText<Text, Original extends TranslatedText<Text> & Text>(original: Original, locale: string) {
  const page = languageOf(locale)
  const translated = page === original.language ? undefined : original.translations[page]
  const text: Text = translated ?? original
  return {
    text,
    attributes: translated || page === original.language ? {} : attributesOf(original.language),
  }
}

const attributesOf = (language: string) => ({ lang: language, dir: directionOf(language) })
