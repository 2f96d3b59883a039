import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageOf, sumRatings } from './rating.ts'

const review = fc.record({
  reviewId: fc.integer({ min: 0, max: 20 }).map(String),
  experienceId: fc.constantFrom('tiles', 'fado'),
  rating: fc.integer({ min: 1, max: 5 }),
})
const reviews = fc.uniqueArray(review, { selector: ({ reviewId }) => reviewId })
const sorted = (ratings: ReturnType<typeof sumRatings>) => [...ratings].sort()

describe('the sum of ratings', () => {
  it('does not depend on order and repetition', () => {
    const delivered = reviews.chain((once) =>
      fc.tuple(fc.constant(once), fc.shuffledSubarray([...once, ...once], { minLength: once.length * 2 })),
    )
    fc.assert(
      fc.property(delivered, ([once, twice]) => {
        expect(sorted(sumRatings(twice))).toEqual(sorted(sumRatings(once)))
      }),
    )
  })

  it('counts every review in its experience', () => {
    fc.assert(
      fc.property(reviews, (given) => {
        const counts = Array.from(sumRatings(given).values(), ({ count }) => count)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(given.length)
      }),
    )
  })
})

describe('the average', () => {
  it('is within the stars that were given', () => {
    fc.assert(
      fc.property(reviews, (given) => {
        for (const [experienceId, rating] of sumRatings(given)) {
          const stars = given.filter((one) => one.experienceId === experienceId).map((one) => one.rating)
          expect(averageOf(rating)).toBeGreaterThanOrEqual(Math.min(...stars))
          expect(averageOf(rating)).toBeLessThanOrEqual(Math.max(...stars))
        }
      }),
    )
  })

  it('is null without reviews', () => expect(averageOf({ count: 0, total: 0 })).toBeNull())
})
