import { expect, it } from 'vitest'
import { eventually } from '../../testing/eventually.ts'
import { createLimiter, LimitExceeded } from './limiter.ts'

/** Work that goes on until it is told to end. */
function createStage() {
  let now = 0
  const limit = createLimiter({ concurrent: 2, maxQueued: 3, queueTimeoutMs: 100 }, () => now)
  const started: string[] = []
  const ends: (() => void)[] = []
  const run = (key: string, name: string) =>
    limit(key, () => {
      started.push(name)
      return new Promise<void>((resolve) => ends.push(resolve))
    })
  const advance = (ms: number) => {
    now += ms
  }
  return { limit, started, ends, run, advance }
}

it('runs a few at once, queues the rest in order, and refuses what the queue does not hold', async () => {
  const { started, ends, run } = createStage()
  const runs = ['1', '2', '3', '4', '5'].map((name) => run('ann', name))
  await expect(run('ann', '6')).rejects.toThrow(LimitExceeded)
  expect(started).toEqual(['1', '2'])
  const ofBob = run('bob', 'of bob')
  await Promise.resolve()
  expect(started).toEqual(['1', '2', 'of bob'])
  while (started.length < 6) {
    ends.shift()?.()
    await Promise.resolve()
  }
  for (const end of ends) end()
  await Promise.all([...runs, ofBob])
  expect(started).toEqual(['1', '2', 'of bob', '3', '4', '5'])
})

it('gives the place of work that fails to the next', async () => {
  const { limit } = createStage()
  const fail = () => limit('ann', () => Promise.reject(new Error('out of ink')))
  const answers = await Promise.allSettled(Array.from({ length: 5 }, fail))
  expect(answers.every(({ status }) => status === 'rejected')).toBe(true)
  expect(await limit('ann', async () => 'printed')).toBe('printed')
})

it('refuses what has waited for too long, so that nothing waits for a multiple of what hangs', async () => {
  const { started, ends, run, advance } = createStage()
  const hanging = [run('ann', '1'), run('ann', '2')]
  await eventually(() => started).toEqual(['1', '2'])
  const late = run('ann', 'late')
  advance(60)
  const soon = run('ann', 'soon')
  advance(60)
  ends.shift()?.()
  await expect(late).rejects.toThrow(LimitExceeded)
  await eventually(() => started).toEqual(['1', '2', 'soon'])
  for (const end of ends) end()
  await Promise.all([...hanging, soon])
})

it('counts runs per minute by key and says when to try again', async () => {
  const limit = createLimiter({ perMinute: 2 })
  const run = (key: string) => limit(key, () => 'done')
  expect(await Promise.all([run('ann'), run('ann')])).toEqual(['done', 'done'])
  const refusal = await run('ann').catch((error) => error)
  expect(refusal).toBeInstanceOf(LimitExceeded)
  expect(refusal.retryAfterSeconds).toBeGreaterThan(0)
  expect(refusal.retryAfterSeconds).toBeLessThanOrEqual(60)
  expect(await run('bob')).toBe('done')
})

it('limits nothing that no limit is named for', async () => {
  const limit = createLimiter({})
  expect(await Promise.all(Array.from({ length: 500 }, (_, at) => limit('ann', () => at)))).toHaveLength(500)
})
