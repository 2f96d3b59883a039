import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQuota } from './quota.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Everything that waits for no timer has happened. */
const settled = () => vi.advanceTimersByTimeAsync(0)

describe('a quota of three a second', () => {
  it('lets three go and makes the others wait, in their order', async () => {
    const quota = createQuota(3)
    const went: number[] = []
    for (let caller = 1; caller <= 5; caller++) void quota.turn().then(() => went.push(caller))
    await settled()
    expect([went, quota.free()]).toEqual([[1, 2, 3], 0])
    quota.unspent()
    await settled()
    expect(went).toEqual([1, 2, 3, 4])
  })

  it('gives a turn back one second after its call has ended', async () => {
    const quota = createQuota(3)
    await quota.turn()
    quota.spent()
    await vi.advanceTimersByTimeAsync(999)
    expect(quota.free()).toBe(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(quota.free()).toBe(3)
  })

  it('gives a turn that was not used back at once', async () => {
    const quota = createQuota(3)
    await quota.turn()
    quota.unspent()
    expect(quota.free()).toBe(3)
  })

  it('gives a turn that comes back to who waits, and not to who comes later', async () => {
    const quota = createQuota(1)
    await quota.turn()
    const went: string[] = []
    void quota.turn().then(() => went.push('waited'))
    quota.unspent()
    void quota.turn().then(() => went.push('came later'))
    await settled()
    expect(went).toEqual(['waited'])
  })
})

interface Call {
  arrivesMs: number
  takesMs: number
}

/** When the other side saw each call: at some moment between its start and its end. */
async function runCalls(perSecond: number, calls: Call[]): Promise<number[]> {
  const quota = createQuota(perSecond)
  const seen: number[] = []
  const start = Date.now()
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const all = calls.map(async ({ arrivesMs, takesMs }) => {
    await wait(arrivesMs)
    await quota.turn()
    await wait(takesMs)
    seen.push(Date.now() - start)
    quota.spent()
  })
  await vi.runAllTimersAsync()
  await Promise.all(all)
  return seen
}

const mostInASecond = (moments: number[]) =>
  Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + 1_000).length))

const anyCalls = fc.array(
  fc.record({ arrivesMs: fc.integer({ min: 0, max: 2_000 }), takesMs: fc.integer({ min: 0, max: 1_500 }) }),
  { maxLength: 25 },
)

it('lets no second at the other side see more, whenever calls arrive and however long each takes; none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(anyCalls, fc.integer({ min: 1, max: 5 }), async (calls, perSecond) => {
      const seen = await runCalls(perSecond, calls)
      expect(seen).toHaveLength(calls.length)
      expect(mostInASecond(seen)).toBeLessThanOrEqual(perSecond)
    }),
    { numRuns: 40 },
  )
})

it('is what holds them back: with more turns, one second sees them all', async () => {
  const calls = Array.from({ length: 20 }, () => ({ arrivesMs: 0, takesMs: 5 }))
  expect(mostInASecond(await runCalls(1_000, calls))).toBe(20)
  expect(mostInASecond(await runCalls(4, calls))).toBe(4)
})
