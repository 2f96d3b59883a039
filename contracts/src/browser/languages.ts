/** The languages of the pages. A locale is a BCP 47 tag that begins with one of them, e.g. `de-AT`. */
export const languages = ['en', 'de', 'ar'] as const
export type Language = (typeof languages)[number]

/** English with accents, a third longer and in brackets: reveals clipped and hard-coded text. Available on request only. */
export const pseudoLocale = 'en-XA'

/** A language with messages, or the pseudo locale. */
export type UiLanguage = Language | typeof pseudoLocale
export const uiLanguages: readonly UiLanguage[] = [...languages, pseudoLocale]

/** Western digits also in Arabic, so that prices and times match those on tickets. */
const formatOf: Record<Language, string> = { en: 'en-GB', de: 'de-DE', ar: 'ar-EG-u-nu-latn' }

export function languageOf(locale: string): Language {
  return languages.find((language) => locale === language || locale.startsWith(`${language}-`)) ?? 'en'
}

export function uiLanguageOf(locale: string): UiLanguage {
  return locale === pseudoLocale ? pseudoLocale : languageOf(locale)
}

/** The locale for `Intl`; keeps the reader's region. */
export function toLocale(tag: string): string {
  const language = languageOf(tag)
  if (tag === pseudoLocale) return tag
  const isRegional = /^[a-z]{2}-[A-Z]{2}$/.test(tag) && tag.startsWith(language)
  if (!isRegional) return formatOf[language]
  return language === 'ar' ? `${tag}-u-nu-latn` : tag
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return languageOf(locale) === 'ar' ? 'rtl' : 'ltr'
}
