import type { Profile } from '@fernweh/contracts/api/accounts'
import type { SubmittedValues } from '@fernweh/contracts/fragments/account'

/** What the form has of a profile. */
export type ProfileField = Exclude<keyof Profile, 'currency'>

/** The profile as its form has it: what was typed goes before what is stored. */
export function toShown(profile: Profile, typed: SubmittedValues): Profile {
  if (Object.keys(typed).length === 0) return profile
  const { name, homeCity, locale } = typed
  return {
    name: name ?? profile.name,
    homeCity: homeCity ?? profile.homeCity,
    locale: locale ?? profile.locale,
    interests: (typed.interests ?? '').split(',').filter(Boolean),
  }
}

/** Fields whose stored value is another than the typed one. */
export function toDifferent(stored: Profile, typed: Profile): ProfileField[] {
  const fields = ['name', 'homeCity', 'locale', 'interests'] as const
  return fields.filter((field) => toComparable(stored[field]) !== toComparable(typed[field]))
}

const toComparable = (value: string | string[] | null) =>
  Array.isArray(value) ? [...value].sort().join() : (value ?? '')
