import { expect, it } from 'vitest'
import { toDampedRating, toPopularity } from './popularity.ts'

const stars = (count: number, average: number) => ({ count, total: count * average })

it('believes many reviews more than few', () => {
  expect(toDampedRating(stars(0, 0))).toBe(4)
  expect(toDampedRating(stars(1, 5))).toBeLessThan(toDampedRating(stars(40, 4.8)))
  expect(toDampedRating(stars(1, 1))).toBeGreaterThan(toDampedRating(stars(40, 1)))
})

it('calls popular what many liked, not what many knew or one adored', () => {
  const liked = toPopularity(stars(60, 4.7))
  expect(liked).toBeGreaterThan(toPopularity(stars(1, 5)))
  expect(liked).toBeGreaterThan(toPopularity(stars(400, 2.6)))
  expect(toPopularity(stars(0, 0))).toBe(0)
})
