import { describe, expect, it } from 'vitest'
import { importReview } from './import-review.ts'
import { evolve } from './review.ts'
import { toReviewWritten } from './write-review.ts'

const now = new Date('2026-11-01T00:00:00Z')
const imported = { writtenAt: '2026-03-02T10:00:00.000Z', endedAt: '2026-03-01T18:00:00.000Z' }
const review = { bookingId: 'b1', experienceId: 'tiles', authorId: 'ann', rating: 5, text: 'Blue hands for days.' }
const existing = evolve(null, toReviewWritten(review))

const importedAt = (writtenAt: string) => importReview({ ...review, imported: { ...imported, writtenAt } }, null, now)

describe('importing a review', () => {
  it('is accepted as of the time it was written', () => {
    const event = { ...toReviewWritten(review), at: imported.writtenAt }
    expect(importReview({ ...review, imported }, null, now)).toEqual({ events: [event], answer: {} })
  })

  it('stores that time in UTC, whatever the zone it is given in', () => {
    expect(importedAt('2026-03-02T12:00:00+02:00')).toMatchObject({ events: [{ at: '2026-03-02T10:00:00.000Z' }] })
  })

  it('again changes nothing', () => {
    expect(importReview({ ...review, imported }, existing, now)).toEqual({ events: [], answer: {} })
  })

  it.each([
    ['author', { authorId: 'bob' }],
    ['rating', { rating: 4 }],
    ['text', { text: 'Green hands.' }],
  ])('of a reviewed visit with another %s is refused', (_, other) => {
    expect(importReview({ ...review, ...other, imported }, existing, now)).toEqual({ refused: 'already-reviewed' })
  })

  it.each([
    ['before the visit ended', '2026-03-01T17:59:59.999Z', 'written-before-visit'],
    ['in the future', '2026-11-01T00:00:00.001Z', 'written-in-future'],
  ])('that was written %s is refused', (_, writtenAt, refused) => {
    expect(importedAt(writtenAt)).toEqual({ refused })
  })

  it.each([
    ['at the end of the visit', imported.endedAt],
    ['now', now.toISOString()],
  ])('that was written %s is accepted', (_, writtenAt) =>
    expect(importedAt(writtenAt)).toMatchObject({ events: [{ at: writtenAt }] }),
  )
})
