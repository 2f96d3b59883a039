export interface SearchableText {
  text: string
  /** Null for names in all of the pages' languages. */
  language: string | null
}

/** The searchable text of an experience; each field holds its text in all languages. */
export type Searchable = Record<keyof typeof WEIGHTS, readonly SearchableText[]>

/** Even, so that half of a weight is a whole number. Their sum is below 64. */
export const WEIGHTS = {
  title: 16,
  city: 12,
  category: 8,
  country: 6,
  summary: 6,
  description: 2,
} as const

/** Another form of what was typed, or a word that only begins with it, has half the weight. */
export const PARTIAL_SHARE = 0.5
