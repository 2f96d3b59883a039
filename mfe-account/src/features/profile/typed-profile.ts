import type { Profile } from '@fernweh/contracts/api/accounts'
import type { Typed } from '@fernweh/contracts/parts/account'
import { currencies, interests, locales, toWords } from './choices.ts'

/** The profile as its form has it: what was typed goes before what is stored. */
export function toShown(profile: Profile, typed: Typed): Profile {
  if (Object.keys(typed).length === 0) return profile
  const { name, homeCity, locale, currency } = typed
  return {
    name: name ?? profile.name,
    homeCity: homeCity ?? profile.homeCity,
    locale: locale ?? profile.locale,
    currency: currency ?? profile.currency,
    interests: (typed.interests ?? '').split(',').filter(Boolean),
  }
}

export interface Difference {
  label: string
  stored: string
}

/** What was stored elsewhere while this was typed, in words. */
export function toDifferences(stored: Profile, typed: Profile): Difference[] {
  const [there, here] = [toWordsOf(stored), toWordsOf(typed)]
  return there.filter(({ stored: words }, at) => words !== here[at]?.stored)
}

function toWordsOf({ name, homeCity, locale, currency, interests: chosen }: Profile): Difference[] {
  return [
    { label: 'Name', stored: name },
    { label: 'Home city', stored: homeCity || 'none' },
    { label: 'Dates and numbers', stored: toWords(locales, locale) },
    { label: 'Currency', stored: toWords(currencies, currency) },
    { label: 'Interests', stored: toInterests(chosen) },
  ]
}

function toInterests(chosen: string[]): string {
  return (
    [...chosen]
      .sort()
      .map((one) => toWords(interests, one))
      .join(', ') || 'none'
  )
}
