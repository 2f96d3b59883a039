import { isRefused } from '@fernweh/contracts/api/operation'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { add, counterDecider, counterTables, createCounterBatcher, LIMIT } from '../../testing/counter.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { createCommandBatcher } from './command-batcher.ts'
import { readStreams } from './event-log.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(counterTables)
})
afterAll(() => database.drop())

const eventsOf = async (counter: string) =>
  (
    await database.pool.query('select version from events where stream = $1 order by version', [`counter.${counter}`])
  ).rows.map((row) => row.version)

describe('a command batcher', () => {
  it('lets exactly as many of 200 racing commands through as the rule allows', async () => {
    const batcher = createCounterBatcher(database.pool)
    const answers = await Promise.all(Array.from({ length: 200 }, () => add(batcher, 'race')))
    expect(answers.filter((answer) => !isRefused(answer))).toHaveLength(LIMIT)
    expect(await eventsOf('race')).toEqual(Array.from({ length: LIMIT }, (_, i) => i + 1))
  })

  it('shows operators the size of its batches and the use of its snapshots', async () => {
    const metrics = new Registry()
    const batcher = createCommandBatcher({ pool: database.pool, decider: counterDecider, afterCommit() {}, metrics })
    await Promise.all(Array.from({ length: 5 }, () => add(batcher, 'measured')))
    await add(batcher, 'measured')
    const text = await metrics.metrics()
    expect(text).toMatch(/^fernweh_command_batch_size_sum 6$/m)
    expect(text).toMatch(/^fernweh_command_batch_size_count 2$/m)
    expect(text).toContain('fernweh_cache_requests_total{cache="stream-snapshots",result="miss"} 1')
    expect(text).toContain('fernweh_cache_requests_total{cache="stream-snapshots",result="hit"} 1')
  })

  it('lets more through when the rule is gone, so the test above can fail', async () => {
    const lax = {
      ...counterDecider,
      decide: (c: { amount: number }) => ({
        events: [{ type: 'fernweh.counters.added' as const, data: c }],
        answer: { total: 0 },
      }),
    }
    const batcher = createCounterBatcher(database.pool, () => {}, lax)
    const answers = await Promise.all(Array.from({ length: 200 }, () => add(batcher, 'lax')))
    expect(answers.filter((answer) => !isRefused(answer))).toHaveLength(200)
  })

  it('keeps the rule when two batchers fight over the same streams', async () => {
    const batchers = [createCounterBatcher(database.pool), createCounterBatcher(database.pool)]
    const counters = Array.from({ length: 20 }, (_, i) => `fight-${i}`)
    const commands = counters.flatMap((counter) => Array.from({ length: 20 }, (_, i) => [counter, i % 2] as const))
    const answers = await Promise.all(commands.map(([counter, i]) => add(batchers[i] as (typeof batchers)[0], counter)))
    expect(answers.filter((answer) => !isRefused(answer))).toHaveLength(20 * LIMIT)
  })

  it('answers the same key with the same answer, in one batch, later, and from another batcher', async () => {
    const batcher = createCounterBatcher(database.pool)
    const together = await Promise.all([add(batcher, 'key', 3, 'key-0001'), add(batcher, 'key', 3, 'key-0001')])
    const later = await add(createCounterBatcher(database.pool), 'key', 3, 'key-0001')
    expect([...together, later]).toEqual([{ total: 3 }, { total: 3 }, { total: 3 }])
    expect(await eventsOf('key')).toEqual([1])
  })

  it('stores refusals too', async () => {
    const batcher = createCounterBatcher(database.pool)
    expect(await add(batcher, 'full', LIMIT + 1, 'key-0002')).toEqual({ refused: 'limit-reached' })
    expect(await add(batcher, 'full', LIMIT + 1, 'key-0002')).toEqual({ refused: 'limit-reached' })
  })

  it('refuses a key that was used for another request', async () => {
    const batcher = createCounterBatcher(database.pool)
    await add(batcher, 'reuse', 1, 'key-0003')
    await expect(add(batcher, 'reuse', 2, 'key-0003')).rejects.toThrow(/another request/)
    await expect(add(createCounterBatcher(database.pool), 'elsewhere', 1, 'key-0003')).rejects.toThrow(
      /another request/,
    )
  })

  it('dates an event by the database’s clock, or by when it happened if it is imported', async () => {
    const at = '2024-05-01T09:00:00.000Z'
    const decider = {
      ...counterDecider,
      decide: ({ amount }: { amount: number }) => ({
        events: [{ type: 'fernweh.counters.added' as const, data: { amount }, ...(amount > 1 && { at }) }],
        answer: { total: amount },
      }),
    }
    const batcher = createCounterBatcher(database.pool, () => {}, decider)
    const before = Date.now()
    await Promise.all([add(batcher, 'dated', 1), add(batcher, 'dated', 2)])
    const [own, imported] = await readStreams(database.pool, new Map([['counter.dated', 0]]))
    expect(Date.parse(own?.time ?? '')).toBeGreaterThan(before - 60_000)
    expect(imported?.time).toBe(at)
  })

  it('decides from what is stored after a transaction failed', async () => {
    let broken = true
    const decider = {
      ...counterDecider,
      project: (appended: Parameters<typeof counterDecider.project>[0]) =>
        broken ? [{ name: 'broken', text: 'select 1 / 0', values: [] }] : counterDecider.project(appended),
    }
    const batcher = createCounterBatcher(database.pool, () => {}, decider)
    await expect(add(batcher, 'failed', 4)).rejects.toThrow(/division by zero/)
    broken = false
    expect(await add(batcher, 'failed', 4)).toEqual({ total: 4 })
    expect(await eventsOf('failed')).toEqual([1])
  })

  it('lets what cannot be stored fail alone, not those who came with it', async () => {
    const decider = {
      ...counterDecider,
      project: (appended: Parameters<typeof counterDecider.project>[0]) =>
        appended.some(({ stream }) => stream === 'counter.poison')
          ? [{ name: 'poison', text: 'select 1 / 0', values: [] }]
          : counterDecider.project(appended),
    }
    const batcher = createCounterBatcher(database.pool, () => {}, decider)
    const answers = await Promise.allSettled([
      add(batcher, 'beside', 1),
      add(batcher, 'poison', 1),
      add(batcher, 'beside', 1),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await eventsOf('beside')).toEqual([1, 2])
    expect(await eventsOf('poison')).toEqual([])
  })
})
