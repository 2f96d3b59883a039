import type { Review } from '@fernweh/contracts/feeds/reviews'
import { expect, test } from 'vitest'
import { mergeReviews, toPageHref } from './use-more-reviews.ts'

function review(reviewId: string, authorName = 'Ann'): Review {
  return {
    reviewId,
    authorId: 'ann',
    authorName,
    verified: true,
    rating: 5,
    text: 'x',
    writtenAt: '2030-01-01T00:00:00Z',
  }
}

test('what was pushed out of the newest stays, and each is there once, as the newest list has it', () => {
  const merged = mergeReviews(
    [review('c'), review('b', 'Anna')],
    [review('b'), review('a')],
    [review('a'), review('z')],
  )
  expect(merged.map(({ reviewId }) => reviewId)).toEqual(['c', 'b', 'a', 'z'])
  expect(merged[1]?.authorName).toBe('Anna')
})

test('the way to more keeps what else the address says', () => {
  expect(toPageHref('/e/tram?from=2030-03-14&reviews=2', 3)).toBe('/e/tram?from=2030-03-14&reviews=3#review')
})
