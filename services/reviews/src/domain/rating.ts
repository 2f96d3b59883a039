export interface Rating {
  count: number
  /** All stars together. */
  total: number
}

/** Null without reviews. */
export function averageOf({ count, total }: Rating): number | null {
  return count === 0 ? null : total / count
}

interface RatedReview {
  reviewId: string
  experienceId: string
  rating: number
}

/** Ratings by experience. A review counts once, however often it is given and in whatever order. */
export function sumRatings(reviews: Iterable<RatedReview>): Map<string, Rating> {
  const once = new Map(Array.from(reviews, (review) => [review.reviewId, review]))
  const ratings = new Map<string, Rating>()
  for (const { experienceId, rating } of once.values()) {
    const { count, total } = ratings.get(experienceId) ?? { count: 0, total: 0 }
    ratings.set(experienceId, { count: count + 1, total: total + rating })
  }
  return ratings
}
