import { isRefused } from '@fernweh/contracts/api/operation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Add, counterDecider, counterTables, LIMIT } from '../../testing/counter.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { transaction } from '../database/database.ts'
import { type Decider, decideAll } from './decide-all.ts'
import { readStreams, VersionConflict } from './event-log.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(counterTables)
})
afterAll(() => database.drop())

type CounterDecider = Decider<
  Add,
  { total: number },
  { type: 'fernweh.counters.added'; data: { amount: number } },
  unknown
>

const meta = { correlationId: 'test' }
const add = (counter: string, amount: number) => ({ command: { counter, amount }, meta })

const decide = (requests: ReturnType<typeof add>[], decider: CounterDecider = counterDecider) =>
  transaction(database.pool, (tx) => decideAll(tx, decider, requests))

const readCounter = async (counter: string) =>
  (await readStreams(database.pool, new Map([[`counter.${counter}`, 0]]))).map(({ data, streamversion }) => [
    (data as { amount: number }).amount,
    streamversion,
  ])

const readTotal = async (counter: string) =>
  (await database.pool.query('select total from counters where counter = $1', [`counter.${counter}`])).rows[0]?.total

describe('decideAll', () => {
  it('decides commands of several streams in order, and stores events and views together', async () => {
    const { answers, appended } = await decide([add('first', 2), add('second', 5), add('first', 3)])
    expect(answers).toEqual([{ total: 2 }, { total: 5 }, { total: 5 }])
    expect(appended.map(({ stream, version }) => [stream, version])).toEqual([
      ['counter.first', 2],
      ['counter.second', 1],
    ])
    expect(await readCounter('first')).toEqual([
      [2, 1],
      [3, 2],
    ])
    expect(await readTotal('first')).toBe(5)
  })

  it('decides against what is stored', async () => {
    await decide([add('stored', LIMIT)])
    const { answers, appended, streams } = await decide([add('stored', 1)])
    expect(answers).toEqual([{ refused: 'limit-reached' }])
    expect(appended).toEqual([])
    expect(streams.get('counter.stored')?.state).toEqual({ total: LIMIT })
  })

  it('stores nothing when the transaction fails', async () => {
    const failing = { ...counterDecider, project: () => [{ name: 'broken', text: 'select 1 / 0', values: [] }] }
    await expect(decide([add('failed', 1)], failing)).rejects.toThrow(/division by zero/)
    expect(await readCounter('failed')).toEqual([])
  })

  it('refuses an event that is not among the events of its decider', async () => {
    await expect(decide([add('foreign', 1)], { ...counterDecider, events: [] })).rejects.toThrow(
      'fernweh.counters.added, which is not among its events',
    )
  })

  it('dates imported events by when they happened', async () => {
    const at = '2024-05-01T09:00:00.000Z'
    await decide([add('imported', 1)], {
      ...counterDecider,
      decide: ({ amount }) => ({
        events: [{ type: 'fernweh.counters.added', data: { amount }, at }] as never,
        answer: null,
      }),
    })
    const [event] = await readStreams(database.pool, new Map([['counter.imported', 0]]))
    expect(event?.time).toBe(at)
  })

  it('lets writers of one stream follow each other, so that none decides on a stale state', async () => {
    await decide([add('contended', 1)])
    const decisions = await Promise.all(Array.from({ length: 20 }, () => decide([add('contended', 1)])))
    const accepted = decisions.flatMap(({ answers }) => answers).filter((answer) => !isRefused(answer))
    expect(accepted).toHaveLength(LIMIT - 1)
  })

  it('reports a conflict to the writer that lost the race to begin a stream', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => decide([add('begun', 1)])))
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(lost.every((reason) => reason instanceof VersionConflict)).toBe(true)
    expect((await readCounter('begun')).length).toBe(outcomes.length - lost.length)
  })
})
