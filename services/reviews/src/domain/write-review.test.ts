import { describe, expect, it } from 'vitest'
import { evolve, type ReviewWritten } from './review.ts'
import { writeReview } from './write-review.ts'

const command = { bookingId: 'b1', experienceId: 'tiles', authorId: 'ann', rating: 5, text: 'Blue hands for days.' }
const written: ReviewWritten = { type: 'fernweh.reviews.review-written', data: { reviewId: 'b1', ...command } }

describe('writing a review', () => {
  it('of a visit without one is accepted, and the review has the id of the booking', () => {
    expect(writeReview(command, null)).toEqual({ events: [written], answer: {} })
  })

  it.each([
    ['the same', command],
    ['another', { ...command, rating: 1, text: 'It did not come off.' }],
  ])('of a reviewed visit is refused, with %s content', (_, again) => {
    expect(writeReview(again, evolve(null, written))).toEqual({ refused: 'already-reviewed' })
  })
})
