/** `PT` → `Portugal`, in the reader's language; `country` is an ISO 3166-1 alpha-2 code. */
export function toCountryName(country: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country
}
