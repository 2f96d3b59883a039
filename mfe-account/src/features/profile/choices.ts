/** What a profile may say, and how that is called. */
import type { category } from '@fernweh/contracts/events/catalog'
import { useMessages } from '../../messages/use-messages.ts'

/** A language and where it is written so: mails come in it. */
const LOCALES = [
  ...['en-GB', 'en-IE', 'en-US', 'en-CA', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA'],
  ...['de-DE', 'de-AT', 'de-CH'],
  ...['ar-EG', 'ar-AE', 'ar-DZ', 'ar-IQ', 'ar-JO', 'ar-LB', 'ar-MA', 'ar-QA', 'ar-SA', 'ar-SY', 'ar-TN'],
]

/** The catalog's categories. */
export const INTERESTS = [
  ...(['tasting', 'cooking', 'market', 'craft', 'class', 'walk', 'hike', 'cycling', 'water', 'wildlife'] as const),
  ...(['stars', 'tour', 'history', 'architecture', 'photography', 'music', 'dance', 'night', 'wellness'] as const),
  ...(['trip'] as const),
] satisfies (typeof category.options)[number][]

/** Each in its own language: whoever looks for it can read it. */
export function toLocaleName(locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale
  } catch {
    return locale
  }
}

export const locales = () => LOCALES.map((locale) => [locale, toLocaleName(locale), locale] as const)

/** Of an interest; one that is stored and not offered is called what it is. */
export function useInterestName(): (interest: string) => string {
  const { t } = useMessages()
  const offered: readonly string[] = INTERESTS
  return (interest) => (offered.includes(interest) ? t(`interest.${interest as (typeof INTERESTS)[number]}`) : interest)
}
