import type { Profile } from '@fernweh/contracts/api/accounts'
import type { SubmittedValues } from '@fernweh/contracts/fragments/account'

/** The profile as its form has it: what was typed goes before what is stored. */
export function toShown(profile: Profile, typed: SubmittedValues): Profile {
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

/** Fields whose stored value is another than the typed one. */
export function toDifferent(stored: Profile, typed: Profile): (keyof Profile)[] {
  const fields = ['name', 'homeCity', 'locale', 'currency', 'interests'] as const
  return fields.filter((field) => toComparable(stored[field]) !== toComparable(typed[field]))
}

const toComparable = (value: string | string[] | null) =>
  Array.isArray(value) ? [...value].sort().join() : (value ?? '')
