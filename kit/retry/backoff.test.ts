import { expect, it } from 'vitest'
import { backoffMs } from './backoff.ts'

const backoff = { firstMs: 100, maxMs: 1_000 }

it('doubles the wait with each attempt, up to the maximum', () => {
  const waits = [1, 2, 3, 4, 5, 60].map((attempt) => backoffMs(attempt, backoff, 1))
  expect(waits).toEqual([100, 200, 400, 800, 1_000, 1_000])
})

it('leaves half of the wait to chance', () => {
  expect(backoffMs(3, backoff, 0)).toBe(200)
  expect(backoffMs(3, backoff, 1)).toBe(400)
})
