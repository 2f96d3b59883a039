import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { until } from '../../testing/until.ts'
import {
  CircuitOpen,
  createThirdParty,
  PermanentFailure,
  type ThirdParty,
  type ThirdPartyLimits,
} from './third-party.ts'

const RESET_MS = 200
const made: ThirdParty[] = []
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  for (const thirdParty of made.splice(0)) thirdParty.close()
  vi.useRealTimers()
})

function start(how: Partial<ThirdPartyLimits> = {}) {
  const metrics = new Registry()
  const bounds = { name: 'bank', perSecond: 1000, timeoutMs: 100, breaker: { failures: 4, resetMs: RESET_MS } }
  const thirdParty = createThirdParty({ ...bounds, metrics, ...how })
  made.push(thirdParty)
  const seen: number[] = []
  const call = (answer: () => unknown = () => 'yes') =>
    thirdParty.call(async () => {
      seen.push(Date.now())
      return answer()
    })
  return { thirdParty, metrics, seen, call }
}

const away = () => {
  throw new Error('away')
}
const hangs = () => new Promise(() => {})
const many = (count: number, work: () => Promise<unknown>) => Promise.allSettled(Array.from({ length: count }, work))
const shown = async (metrics: Registry, metric: string) =>
  Number(new RegExp(`^fernweh_third_party_${metric} (\\d+)`, 'm').exec(await metrics.metrics())?.[1])

describe('a third party that fails', () => {
  it('is not asked any more, until one call has found it back', async () => {
    const { thirdParty, metrics, seen, call } = start()
    await many(4, () => call(away))
    expect(thirdParty.room()).toBe(0)
    expect(await shown(metrics, 'state{name="bank"}')).toBe(2)

    await vi.advanceTimersByTimeAsync(RESET_MS - 1)
    await many(50, () => expect(call()).rejects.toThrow(CircuitOpen))
    expect([seen.length, thirdParty.room()]).toEqual([4, 0])

    await vi.advanceTimersByTimeAsync(1)
    expect(thirdParty.room()).toBe(1)
    expect(await shown(metrics, 'state{name="bank"}')).toBe(1)
    const probes = await many(10, () => call())
    expect(probes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(seen).toHaveLength(5)
    expect(await shown(metrics, 'state{name="bank"}')).toBe(0)
    expect(await shown(metrics, 'calls_total{name="bank",outcome="not-sent"}')).toBe(59)
  })

  it('is left alone again when the one call finds it away still', async () => {
    const { thirdParty, seen, call } = start()
    await many(4, () => call(away))
    await vi.advanceTimersByTimeAsync(RESET_MS)
    await many(2, () => call(away))
    expect(thirdParty.room()).toBe(0)
    expect(seen).toHaveLength(5)
  })

  it('has failed, too, when it takes longer than its time', async () => {
    const { thirdParty, call } = start({ timeoutMs: 20 })
    const failed = many(4, () => call(hangs))
    await vi.advanceTimersByTimeAsync(19)
    expect(thirdParty.room()).toBeGreaterThan(0)
    await vi.advanceTimersByTimeAsync(1)
    await failed
    expect(thirdParty.room()).toBe(0)
  })

  it('is told by the signal that nobody waits any more', async () => {
    vi.useRealTimers()
    const { thirdParty } = start({ timeoutMs: 20 })
    let told: AbortSignal | undefined
    await many(1, () =>
      thirdParty.call((signal) => {
        told = signal
        return hangs()
      }),
    )
    await until(
      () => told?.aborted,
      (aborted) => aborted === true,
    )
  })

  it('goes on being asked while less than half of the calls fail, and when it refuses', async () => {
    const { thirdParty, seen, call } = start()
    await many(8, () => call())
    await many(7, () => call(away))
    const refuse = () => {
      throw new PermanentFailure('no such card')
    }
    await many(20, () => call(refuse))
    expect(thirdParty.room()).toBeGreaterThan(0)
    expect(seen).toHaveLength(35)
  })
})

describe('a quota', () => {
  const mostInASecond = (moments: number[]) =>
    Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + 1000).length))

  it('lets no second at the other side see more, however unevenly the network delivers', async () => {
    const { thirdParty } = start({ perSecond: 10, timeoutMs: 5000 })
    const arrived: number[] = []
    const calls = many(35, () =>
      thirdParty.call(async () => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
        arrived.push(Date.now())
      }),
    )
    await vi.advanceTimersByTimeAsync(10_000)
    await calls
    expect(arrived).toHaveLength(35)
    expect(mostInASecond(arrived)).toBeLessThanOrEqual(10)
  })

  it('is what holds them back', async () => {
    const { seen, call } = start({ perSecond: 1000 })
    await many(35, () => call())
    expect(mostInASecond(seen)).toBe(35)
  })
})
