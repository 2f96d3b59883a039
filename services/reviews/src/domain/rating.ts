/** Stars of one experience, added up. */
export interface Rating {
  count: number
  total: number
}

export function averageOf({ count, total }: Rating): number | null {
  return count === 0 ? null : total / count
}

interface Rated {
  reviewId: string
  experienceId: string
  rating: number
}

/** Every review counts once, however often and in whatever order it is heard of. */
export function rate(reviews: Iterable<Rated>): Map<string, Rating> {
  const ratings = new Map<string, Rating>()
  for (const { experienceId, rating } of new Map(Array.from(reviews, (review) => [review.reviewId, review])).values()) {
    const { count, total } = ratings.get(experienceId) ?? { count: 0, total: 0 }
    ratings.set(experienceId, { count: count + 1, total: total + rating })
  }
  return ratings
}
