/** What a word tells about an experience, by the field it stands in. */
export interface Searchable {
  title: string
  summary: string
  description: string
  city: string
}

export const WEIGHTS = { title: 8, city: 6, summary: 3, description: 1 } as const satisfies Record<
  keyof Searchable,
  number
>

/** A word that only begins with what was typed says half as much. */
export const PREFIX_SHARE = 0.5
