import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median, percentile } from './statistics.ts'

test('the median of an odd number of samples is the middle one, of an even number the mean of two', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test('percentiles run from the least to the greatest sample', () => {
  const samples = Array.from({ length: 101 }, (_, i) => 100 - i)
  expect([0, 0.5, 0.99, 1].map((p) => percentile(samples, p))).toEqual([0, 50, 99, 100])
})

test('no samples have no percentile', () => {
  expect(percentile([], 0.5)).toBeNaN()
})

test('percentiles do not fall as the share grows, and never leave the samples', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), share, share, (samples, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map((p) => percentile(samples, p)) as [number, number]
      expect(low).toBeLessThanOrEqual(high + 1e-6)
      expect(low).toBeGreaterThanOrEqual(Math.min(...samples))
      expect(high).toBeLessThanOrEqual(Math.max(...samples))
    }),
  )
})
