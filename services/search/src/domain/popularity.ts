/**
 * A few reviews prove little, so every experience starts with five assumed reviews of four stars (a Bayesian mean). Popularity is
 * each star above the second, times the logarithm of the number of reviews, so that the thousandth adds less than the tenth.
 */
export interface RatingTotals {
  count: number
  total: number
}

const PRIOR = { count: 5, ratings: 4 }

export function toDampedRating({ count, total }: RatingTotals): number {
  return (PRIOR.count * PRIOR.ratings + total) / (PRIOR.count + count)
}

export function toPopularity(ratings: RatingTotals): number {
  return Math.max(0, toDampedRating(ratings) - 2) * Math.log2(1 + ratings.count)
}
