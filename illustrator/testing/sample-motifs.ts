import { families } from '../src/families.ts'
import type { Category, Motif } from '../src/motif.ts'

export const categories = Object.keys(families) as Category[]

/** A country of every style of houses and every climate. */
const places = [
  ['PT', 39, -9],
  ['NO', 69, 19],
  ['TH', 14, 100],
  ['MA', 32, -8],
  ['JP', 35, 136],
  ['US', 41, -74],
] as const
const words = [[], ['coast'], ['mountain', 'dawn'], ['tea'], ['weaving'], ['sail', 'balloon'], ['ruins', 'night']]

/** So many different motifs of a category, the same ones each time. */
export const motifsOf = (category: Category, count: number): Motif[] =>
  Array.from({ length: count }, (_, i) => {
    const [country, latitude, longitude] = places[i % places.length] as (typeof places)[number]
    const experienceId = `${category}-${i}`
    return { experienceId, category, country, latitude, longitude, words: words[i % words.length] ?? [] }
  })
