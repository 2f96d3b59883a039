import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { backoffMs, waitBeforeRetry } from './backoff.ts'

const backoff = { firstMs: 100, maxMs: 1_000 }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('doubles the wait with each attempt, up to the maximum', () => {
  const waits = [1, 2, 3, 4, 5, 60].map((attempt) => backoffMs(attempt, backoff, 1))
  expect(waits).toEqual([100, 200, 400, 800, 1_000, 1_000])
})

it('leaves half of the wait to chance', () => {
  expect(backoffMs(3, backoff, 0)).toBe(200)
  expect(backoffMs(3, backoff, 1)).toBe(400)
})

it('never waits for longer than the maximum, and never for nothing, however often it failed', () => {
  const limits = fc.record({ firstMs: fc.integer({ min: 1, max: 5_000 }), maxMs: fc.integer({ min: 1, max: 60_000 }) })
  const random = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), limits, random, (attempt, limit, chance) => {
      const ms = backoffMs(attempt, limit, chance)
      expect(ms).toBeGreaterThan(0)
      expect(ms).toBeLessThanOrEqual(limit.maxMs)
    }),
  )
})

it('lets clients that failed together return apart', () => {
  const waits = Array.from({ length: 50 }, () => backoffMs(1, backoff))
  expect(new Set(waits).size).toBeGreaterThan(40)
})

it('waits that long before the retry', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1)
  const retried = vi.fn()
  void waitBeforeRetry(3, backoff).then(retried)
  await vi.advanceTimersByTimeAsync(399)
  expect(retried).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(retried).toHaveBeenCalledTimes(1)
})
