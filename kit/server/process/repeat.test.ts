import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { until } from '../../testing/until.ts'
import { type Loop, repeat } from './repeat.ts'

const lines: { msg: string; err: string; retryMs: number; what: string }[] = []
const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) })
const HOUR_MS = 3_600_000
let loop: Loop

afterEach(async () => {
  await loop.stop()
  lines.length = 0
})

describe('a supervised loop', () => {
  it('runs again after the wait that the work asks for', async () => {
    let runs = 0
    loop = repeat({ log, failure: 'nothing done', work: async () => (++runs < 3 ? 1 : HOUR_MS) })
    await until(
      () => runs,
      (n) => n === 3,
    )
  })

  it('survives errors, logs cause and effect, and waits longer each time', async () => {
    let runs = 0
    const work = async () => {
      if (++runs < 5) throw new Error('database away')
      return HOUR_MS
    }
    loop = repeat({ log, failure: 'nothing done', details: { what: 'x' }, work, backoff: { firstMs: 4, maxMs: 1_000 } })
    await until(
      () => runs,
      (n) => n === 5,
    )
    expect(lines[0]).toMatchObject({ msg: 'nothing done, trying again', err: 'Error: database away', what: 'x' })
    expect(lines.at(-1)?.retryMs).toBeGreaterThanOrEqual(16)
  })

  it('is woken from its wait', async () => {
    let runs = 0
    const work = async () => {
      runs += 1
      return HOUR_MS
    }
    loop = repeat({ log, failure: 'nothing done', work })
    await until(
      () => runs,
      (n) => n === 1,
    )
    loop.wake()
    await until(
      () => runs,
      (n) => n === 2,
    )
  })

  it('runs once more when it is woken during a run', async () => {
    let runs = 0
    let finish = () => {}
    const work = async () => {
      runs += 1
      if (runs === 1) await new Promise<void>((resolve) => (finish = resolve))
      return HOUR_MS
    }
    loop = repeat({ log, failure: 'nothing done', work })
    loop.wake()
    finish()
    await until(
      () => runs,
      (n) => n === 2,
    )
  })

  it('is not woken from a back-off', async () => {
    let runs = 0
    const work = async () => {
      runs += 1
      throw new Error('always')
    }
    loop = repeat({ log, failure: 'nothing done', work, backoff: { firstMs: HOUR_MS, maxMs: HOUR_MS } })
    await until(
      () => lines.length,
      (n) => n === 1,
    )
    loop.wake()
    await new Promise((resolve) => setImmediate(resolve))
    expect(runs).toBe(1)
  })

  it('stops in the middle of a wait, after the run under way', async () => {
    let ended = false
    const work = async (signal: AbortSignal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      ended = true
      return HOUR_MS
    }
    loop = repeat({ log, failure: 'nothing done', work })
    await loop.stop()
    expect(ended).toBe(true)
  })
})
