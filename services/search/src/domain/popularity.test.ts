import { expect, it } from 'vitest'
import { toDampedRating, toPopularity } from './popularity.ts'

const ratings = (count: number, average: number) => ({ count, total: count * average })

it('believes many reviews more than few', () => {
  expect(toDampedRating(ratings(0, 0))).toBe(4)
  expect(toDampedRating(ratings(1, 5))).toBeLessThan(toDampedRating(ratings(40, 4.8)))
  expect(toDampedRating(ratings(1, 1))).toBeGreaterThan(toDampedRating(ratings(40, 1)))
})

it('calls popular what many liked, not what many knew or one adored', () => {
  const liked = toPopularity(ratings(60, 4.7))
  expect(liked).toBeGreaterThan(toPopularity(ratings(1, 5)))
  expect(liked).toBeGreaterThan(toPopularity(ratings(400, 2.6)))
  expect(toPopularity(ratings(0, 0))).toBe(0)
})
