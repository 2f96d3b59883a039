import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageOf, rate } from './rating.ts'
import { evolve, unwritten, writeReview } from './write-review.ts'

const command = { bookingId: 'b1', experienceId: 'tiles', authorId: 'ann', rating: 5, text: 'Blue hands for days.' }
const written = { type: 'fernweh.reviews.review-written' as const, data: { reviewId: 'b1', ...command } }

describe('writeReview', () => {
  it('given nothing, when ann reviews her visit, then the review is written', () => {
    expect(writeReview(command, unwritten)).toEqual({ events: [written], answer: {} })
  })

  it('given her review, when ann reviews the visit again, then it is refused', () => {
    const history = [written].reduce(evolve, unwritten)
    expect(writeReview({ ...command, rating: 1 }, history)).toEqual({ refused: 'already-reviewed' })
  })
})

describe('rate', () => {
  const review = fc.record({
    reviewId: fc.integer({ min: 0, max: 20 }).map(String),
    experienceId: fc.constantFrom('tiles', 'fado'),
    rating: fc.integer({ min: 1, max: 5 }),
  })
  const reviews = fc.uniqueArray(review, { selector: ({ reviewId }) => reviewId })

  it('does not depend on order and repetition', () => {
    const delivered = reviews.chain((once) =>
      fc.tuple(fc.constant(once), fc.shuffledSubarray([...once, ...once], { minLength: once.length * 2 })),
    )
    fc.assert(
      fc.property(delivered, ([once, twice]) => {
        expect(new Map([...rate(twice)].sort())).toEqual(new Map([...rate(once)].sort()))
      }),
    )
  })

  it('keeps every average within the stars that were given', () => {
    fc.assert(
      fc.property(reviews, (given) => {
        for (const [experienceId, rating] of rate(given)) {
          const stars = given.filter((one) => one.experienceId === experienceId).map((one) => one.rating)
          expect(averageOf(rating)).toBeGreaterThanOrEqual(Math.min(...stars))
          expect(averageOf(rating)).toBeLessThanOrEqual(Math.max(...stars))
        }
      }),
    )
  })

  it('says nothing of what nobody reviewed', () => expect(averageOf({ count: 0, total: 0 })).toBeNull())
})
