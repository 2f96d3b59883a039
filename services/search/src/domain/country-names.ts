import { languages } from '@fernweh/contracts/browser/languages'

const countryNames = languages.map((language) => new Intl.DisplayNames([language], { type: 'region' }))

/** `PT` → `Portugal Portugal البرتغال` */
export function toCountryNames(country: string): string {
  return countryNames.map((names) => names.of(country)).join(' ')
}
