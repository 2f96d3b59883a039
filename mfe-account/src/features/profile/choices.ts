/** What a profile may say, and how that is called. */
import type { category } from '@fernweh/contracts/events/catalog'
import { useMessages } from '../../messages/use-messages.ts'

/** A language and where it is written so: mails come in it. */
const LOCALES = [
  ...['en-GB', 'en-IE', 'en-US', 'en-CA', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA'],
  ...['de-DE', 'de-AT', 'de-CH'],
  ...['ar-EG', 'ar-AE', 'ar-DZ', 'ar-IQ', 'ar-JO', 'ar-LB', 'ar-MA', 'ar-QA', 'ar-SA', 'ar-SY', 'ar-TN'],
]

const CURRENCIES = [
  ...['EUR', 'GBP', 'USD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'NZD', 'JPY', 'INR', 'MXN', 'BRL', 'ZAR'],
  ...['AED', 'EGP', 'JOD', 'MAD', 'SAR', 'TND', 'TRY'],
]

/** The catalog's categories. */
export const INTERESTS = [
  ...(['tasting', 'cooking', 'market', 'craft', 'class', 'walk', 'hike', 'cycling', 'water', 'wildlife'] as const),
  ...(['stars', 'tour', 'history', 'architecture', 'photography', 'music', 'dance', 'night', 'wellness'] as const),
  ...(['trip'] as const),
] satisfies (typeof category.options)[number][]

/** Each in its own language: whoever looks for it can read it. */
export const toLocaleName = (locale: string) => nameOf(locale, 'language', locale)

export const locales = () => LOCALES.map((locale) => [locale, toLocaleName(locale), locale] as const)

export const toCurrencyName = (currency: string, locale: string) => nameOf(currency, 'currency', locale)

export const currencies = (locale: string) =>
  CURRENCIES.map((currency) => [currency, toCurrencyName(currency, locale)] as const)

/** Of an interest; one that is stored and not offered is called what it is. */
export function useInterestName(): (interest: string) => string {
  const { t } = useMessages()
  const offered: readonly string[] = INTERESTS
  return (interest) => (offered.includes(interest) ? t(`interest.${interest as (typeof INTERESTS)[number]}`) : interest)
}

function nameOf(code: string, type: 'language' | 'currency', locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type, languageDisplay: 'standard' }).of(code) ?? code
  } catch {
    return code
  }
}
