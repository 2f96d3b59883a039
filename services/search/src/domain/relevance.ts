/** The searchable text of an experience; each field holds its text in all languages. */
export interface Searchable {
  title: string
  city: string
  country: string
  category: string
  summary: string
  description: string
}

/** Even, so that half of a weight is a whole number. Their sum is below 64. */
export const WEIGHTS = {
  title: 16,
  city: 12,
  category: 8,
  country: 6,
  summary: 6,
  description: 2,
} as const satisfies Record<keyof Searchable, number>

/** A word that only begins with what was typed has half the weight. */
export const PREFIX_SHARE = 0.5
