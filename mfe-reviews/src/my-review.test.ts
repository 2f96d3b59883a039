import type { Review } from '@fernweh/contracts/feeds/reviews'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toMyReview, toShownReviews } from './my-review.ts'

function review(authorId: string): Review {
  const rest = { verified: true, rating: 5, text: 'Lovely', writtenAt: '2030-03-14T18:30:00Z' }
  return { reviewId: `tram__${authorId}`, authorId, authorName: authorId, ...rest }
}

const bob = review('bob')
const sent = { status: 'on-its-way', review: review('ann') } as const

describe('ann’s review', () => {
  test('stands in front, on its way, while the stream is quiet', () => {
    const mine = toMyReview(sent, [bob])
    expect(mine?.status).toBe('on-its-way')
    expect(toShownReviews(mine, [bob])).toEqual([sent.review, bob])
  })

  test('is published when it has come back, and is shown once', () => {
    const mine = toMyReview(sent, [sent.review, bob])
    expect(mine?.status).toBe('published')
    expect(toShownReviews(mine, [sent.review, bob])).toEqual([sent.review, bob])
  })

  test('stays published after a reload, also when newer ones pushed it out of the list', () => {
    const mine = toMyReview({ status: 'published', review: review('ann') }, [bob])
    expect(mine?.status).toBe('published')
    expect(toShownReviews(mine, [bob])).toEqual([bob])
  })

  test('no review is ever shown twice or lost', () => {
    const authors = fc.uniqueArray(fc.constantFrom('ann', 'bob', 'cleo', 'mo', 'dan'))
    fc.assert(
      fc.property(authors, fc.boolean(), (names, wrote) => {
        const published = names.map(review)
        const shown = toShownReviews(toMyReview(wrote ? sent : null, published), published)
        const ids = shown.map(({ reviewId }) => reviewId)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).toEqual(expect.arrayContaining(published.map(({ reviewId }) => reviewId)))
        if (wrote) expect(ids).toContain(sent.review.reviewId)
      }),
    )
  })
})
