/**
 * Few reviews say little, so every experience begins with five of four stars in thought (a Bayesian mean). Popular is what many
 * liked: each star above the second counts, times the logarithm of the number of reviews, so that the thousandth adds less than
 * the tenth.
 */
export interface Stars {
  count: number
  total: number
}

const ASSUMED = { count: 5, stars: 4 }

export function toDampedRating({ count, total }: Stars): number {
  return (ASSUMED.count * ASSUMED.stars + total) / (ASSUMED.count + count)
}

export function toPopularity(stars: Stars): number {
  return Math.max(0, toDampedRating(stars) - 2) * Math.log2(1 + stars.count)
}
