import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageOf, rate } from './rating.ts'
import { evolve, unwritten, writeReview } from './write-review.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const command = { bookingId: 'b1', experienceId: 'tiles', authorId: 'ann', rating: 5, text: 'Blue hands for days.' }
const written = { type: 'fernweh.reviews.review-written' as const, data: { reviewId: 'b1', ...command } }

describe('writeReview', () => {
  it('given nothing, when ann reviews her visit, then the review is written', () => {
    expect(writeReview(command, unwritten, NOW)).toEqual({ events: [written], answer: {} })
  })

  it('given her review, when ann reviews the visit again, then it is refused', () => {
    const history = [written].reduce(evolve, unwritten)
    expect(writeReview({ ...command, rating: 1 }, history, NOW)).toEqual({ refused: 'already-reviewed' })
    expect(writeReview(command, history, NOW)).toEqual({ refused: 'already-reviewed' })
  })
})

describe('what was written in another system', () => {
  const imported = { writtenAt: '2026-03-02T10:00:00.000Z', endedAt: '2026-03-01T18:00:00.000Z' }
  const elsewhere = { ...command, imported }

  it('happened when it was written, and is told once', () => {
    const decided = writeReview(elsewhere, unwritten, NOW)
    expect(decided).toEqual({ events: [{ ...written, at: imported.writtenAt }], answer: {} })
    expect(writeReview(elsewhere, { written: written.data }, NOW)).toEqual({ events: [], answer: {} })
    const other = { ...elsewhere, text: 'Green hands.' }
    expect(writeReview(other, { written: written.data }, NOW)).toEqual({ refused: 'already-reviewed' })
  })

  it('was written neither before the visit nor in the future', () => {
    const at = (writtenAt: string) => writeReview({ ...command, imported: { ...imported, writtenAt } }, unwritten, NOW)
    expect(at('2026-03-01T17:59:59Z')).toEqual({ refused: 'written-before-visit' })
    expect(at('2026-11-01T00:00:01Z')).toEqual({ refused: 'written-in-future' })
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
