import { isRefused } from '@fernweh/contracts/api/operation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { add, counterRules, counterTables, createCounterClerk, LIMIT } from '../../testing/counter.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
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

describe('a clerk', () => {
  it('lets exactly as many of 200 racing commands through as the rule allows', async () => {
    const clerk = createCounterClerk(database.pool)
    const answers = await Promise.all(Array.from({ length: 200 }, () => add(clerk, 'race')))
    expect(answers.filter((answer) => !isRefused(answer))).toHaveLength(LIMIT)
    expect(await eventsOf('race')).toEqual(Array.from({ length: LIMIT }, (_, i) => i + 1))
  })

  it('lets more through when the rule is gone, so the test above can fail', async () => {
    const lax = {
      ...counterRules,
      decide: (c: { amount: number }) => ({
        events: [{ type: 'fernweh.counters.added' as const, data: c }],
        answer: { total: 0 },
      }),
    }
    const clerk = createCounterClerk(database.pool, () => {}, lax)
    const answers = await Promise.all(Array.from({ length: 200 }, () => add(clerk, 'lax')))
    expect(answers.filter((answer) => !isRefused(answer))).toHaveLength(200)
  })

  it('keeps the rule when two clerks fight over the same streams', async () => {
    const clerks = [createCounterClerk(database.pool), createCounterClerk(database.pool)]
    const counters = Array.from({ length: 20 }, (_, i) => `fight-${i}`)
    const commands = counters.flatMap((counter) => Array.from({ length: 20 }, (_, i) => [counter, i % 2] as const))
    const answers = await Promise.all(commands.map(([counter, i]) => add(clerks[i] as (typeof clerks)[0], counter)))
    expect(answers.filter((answer) => !isRefused(answer))).toHaveLength(20 * LIMIT)
  })

  it('answers the same key with the same answer, in one batch, later, and from another clerk', async () => {
    const clerk = createCounterClerk(database.pool)
    const together = await Promise.all([add(clerk, 'key', 3, 'key-0001'), add(clerk, 'key', 3, 'key-0001')])
    const later = await add(createCounterClerk(database.pool), 'key', 3, 'key-0001')
    expect([...together, later]).toEqual([{ total: 3 }, { total: 3 }, { total: 3 }])
    expect(await eventsOf('key')).toEqual([1])
  })

  it('stores refusals too', async () => {
    const clerk = createCounterClerk(database.pool)
    expect(await add(clerk, 'full', LIMIT + 1, 'key-0002')).toEqual({ refused: 'limit-reached' })
    expect(await add(clerk, 'full', LIMIT + 1, 'key-0002')).toEqual({ refused: 'limit-reached' })
  })

  it('refuses a key that was used for another request', async () => {
    const clerk = createCounterClerk(database.pool)
    await add(clerk, 'reuse', 1, 'key-0003')
    await expect(add(clerk, 'reuse', 2, 'key-0003')).rejects.toThrow(/another request/)
    await expect(add(createCounterClerk(database.pool), 'elsewhere', 1, 'key-0003')).rejects.toThrow(/another request/)
  })

  it('dates an event by the database’s clock, or by when it happened if it is imported', async () => {
    const at = '2024-05-01T09:00:00.000Z'
    const rules = {
      ...counterRules,
      decide: ({ amount }: { amount: number }) => ({
        events: [{ type: 'fernweh.counters.added' as const, data: { amount }, ...(amount > 1 && { at }) }],
        answer: { total: amount },
      }),
    }
    const clerk = createCounterClerk(database.pool, () => {}, rules)
    const before = Date.now()
    await Promise.all([add(clerk, 'dated', 1), add(clerk, 'dated', 2)])
    const [own, imported] = await readStreams(database.pool, new Map([['counter.dated', 0]]))
    expect(Date.parse(own?.time ?? '')).toBeGreaterThan(before - 60_000)
    expect(imported?.time).toBe(at)
  })

  it('decides from what is stored after a transaction failed', async () => {
    let broken = true
    const rules = {
      ...counterRules,
      project: (appended: Parameters<typeof counterRules.project>[0]) =>
        broken ? [{ name: 'broken', text: 'select 1 / 0', values: [] }] : counterRules.project(appended),
    }
    const clerk = createCounterClerk(database.pool, () => {}, rules)
    await expect(add(clerk, 'failed', 4)).rejects.toThrow(/division by zero/)
    broken = false
    expect(await add(clerk, 'failed', 4)).toEqual({ total: 4 })
    expect(await eventsOf('failed')).toEqual([1])
  })

  it('lets what cannot be stored fail alone, not those who came with it', async () => {
    const rules = {
      ...counterRules,
      project: (appended: Parameters<typeof counterRules.project>[0]) =>
        appended.some(({ stream }) => stream === 'counter.poison')
          ? [{ name: 'poison', text: 'select 1 / 0', values: [] }]
          : counterRules.project(appended),
    }
    const clerk = createCounterClerk(database.pool, () => {}, rules)
    const answers = await Promise.allSettled([
      add(clerk, 'beside', 1),
      add(clerk, 'poison', 1),
      add(clerk, 'beside', 1),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await eventsOf('beside')).toEqual([1, 2])
    expect(await eventsOf('poison')).toEqual([])
  })
})
