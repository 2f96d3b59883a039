/** Values a select offers, with their words; one that is stored already is never lost. */
export type Choice = readonly [value: string, words: string]

/** The pages speak English; these differ in how they write dates and numbers. */
export const locales: readonly Choice[] = [
  ['en-GB', 'United Kingdom'],
  ['en-IE', 'Ireland'],
  ['en-US', 'United States'],
  ['en-CA', 'Canada'],
  ['en-AU', 'Australia'],
  ['en-NZ', 'New Zealand'],
  ['en-IN', 'India'],
  ['en-ZA', 'South Africa'],
]

export const currencies: readonly Choice[] = [
  ['EUR', 'Euro'],
  ['GBP', 'British pound'],
  ['USD', 'US dollar'],
  ['CHF', 'Swiss franc'],
  ['SEK', 'Swedish krona'],
  ['NOK', 'Norwegian krone'],
  ['DKK', 'Danish krone'],
  ['PLN', 'Polish złoty'],
  ['CAD', 'Canadian dollar'],
  ['AUD', 'Australian dollar'],
  ['JPY', 'Japanese yen'],
  ['MXN', 'Mexican peso'],
]

export const interests: readonly Choice[] = [
  ['tasting', 'Tastings'],
  ['tour', 'Tours'],
  ['class', 'Classes'],
  ['walk', 'Walks'],
  ['water', 'On the water'],
  ['craft', 'Crafts'],
]

export function withStored(choices: readonly Choice[], ...stored: string[]): readonly Choice[] {
  const missing = stored.filter((value) => choices.every(([known]) => known !== value))
  return [...choices, ...missing.map((value): Choice => [value, value])]
}

export function toWords(choices: readonly Choice[], value: string): string {
  return choices.find(([known]) => known === value)?.[1] ?? value
}
