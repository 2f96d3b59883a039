import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { until } from '../../testing/until.ts'
import { type Transaction, transaction } from '../database/database.ts'
import {
  append,
  causedBy,
  lockHeads,
  type NewEvent,
  readLog,
  readStreams,
  readUnpublished,
  VersionConflict,
} from './event-log.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(() => database.pool.query('truncate events, heads'))
afterAll(() => database.drop())

const event = (stream: string, version: number, changed: Partial<NewEvent> = {}): NewEvent => ({
  stream,
  version,
  type: 'fernweh.tables.booked',
  schemaVersion: 2,
  data: { seats: version },
  meta: { correlationId: 'request-1' },
  ...changed,
})
const store = (...events: NewEvent[]) => transaction(database.pool, (tx) => append(tx, events))
const headsOf = (...streams: string[]) =>
  transaction(database.pool, async (tx) => Object.fromEntries((await lockHeads(tx, streams)).heads))

describe('an event in the log', () => {
  it('is read as an envelope with everything that was known when it was stored', async () => {
    const meta = { correlationId: 'r1', causationId: 'c1', actor: 'ann', traceparent: '00-a-b-01' }
    await store(event('table.1', 1, { data: { note: 'quotes " \' \\ and {braces}, 👩‍🍳' }, meta }))
    const [stored] = await readLog(database.pool, 0)
    expect(stored?.event).toEqual({
      specversion: '1.0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      type: 'fernweh.tables.booked',
      source: '/services/tables',
      subject: 'table.1',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      streamversion: 1,
      schemaversion: 2,
      correlationid: 'r1',
      causationid: 'c1',
      actor: 'ann',
      traceparent: '00-a-b-01',
      data: { note: 'quotes " \' \\ and {braces}, 👩‍🍳' },
    })
  })

  it('without cause, actor and trace has no such fields', async () => {
    await store(event('table.1', 1))
    const [stored] = await readLog(database.pool, 0)
    expect(Object.keys(stored?.event ?? {})).not.toEqual(expect.arrayContaining(['causationid']))
    expect(stored?.event).not.toHaveProperty('actor')
    expect(stored?.event).not.toHaveProperty('traceparent')
  })

  it('leads to events that follow from it under the same correlation', async () => {
    await store(event('table.1', 1, { meta: { correlationId: 'r1', actor: 'ann', traceparent: '00-a-b-01' } }))
    const [stored] = await readLog(database.pool, 0)
    if (!stored) return expect.unreachable()
    expect(causedBy(stored.event)).toEqual({
      correlationId: 'r1',
      causationId: stored.event.id,
      traceparent: '00-a-b-01',
    })
  })
})

describe('appending', () => {
  it('moves the heads of all streams to their last versions', async () => {
    await store(event('table.2', 1), event('table.1', 1), event('table.1', 2), event('table.1', 3))
    await store(event('table.2', 2))
    expect(await headsOf('table.1', 'table.2', 'table.3')).toEqual({ 'table.1': 3, 'table.2': 2 })
  })

  it('nothing is allowed, and does nothing', async () => {
    await store()
    expect(await readLog(database.pool, 0)).toEqual([])
  })

  it('a version that is taken is a conflict, and nothing of it is stored', async () => {
    await store(event('table.1', 1))
    await expect(store(event('table.2', 1), event('table.1', 1))).rejects.toThrow(VersionConflict)
    expect((await readLog(database.pool, 0)).map(({ event }) => event.subject)).toEqual(['table.1'])
    expect(await headsOf('table.2')).toEqual({})
  })

  it('what the database rejects for another reason is no conflict', async () => {
    const unstorable = store(event('table.1', 1, { data: { note: 'a\0b' } }))
    await expect(unstorable).rejects.toMatchObject({ name: 'error', code: '22P05' })
  })
})

describe('reading', () => {
  it('streams gives each after its version, in its order, up to the limit', async () => {
    await store(event('table.2', 1), event('table.1', 1), event('table.1', 2), event('table.2', 2), event('table.1', 3))
    const read = async (after: [string, number][], limit?: number) =>
      (await readStreams(database.pool, new Map(after), limit)).map(({ subject, streamversion }) => [
        subject,
        streamversion,
      ])
    expect(
      await read([
        ['table.1', 1],
        ['table.2', 0],
      ]),
    ).toEqual([
      ['table.1', 2],
      ['table.1', 3],
      ['table.2', 1],
      ['table.2', 2],
    ])
    expect(await read([['table.1', 0]], 2)).toEqual([
      ['table.1', 1],
      ['table.1', 2],
    ])
    expect(await read([['table.1', 3]])).toEqual([])
    expect(await read([])).toEqual([])
  })

  it('the log goes on after a position, and what is unpublished begins with the oldest', async () => {
    await store(event('table.1', 1), event('table.2', 1), event('table.1', 2))
    const all = await readLog(database.pool, 0)
    const [first, second, third] = all.map(({ position }) => position)
    expect((await readLog(database.pool, first ?? 0, 1)).map(({ position }) => position)).toEqual([second])
    await database.pool.query('update events set published = true where position = $1', [second])
    expect((await readUnpublished(database.pool, 10)).map(({ position }) => position)).toEqual([first, third])
  })
})

describe('the head of a stream', () => {
  /** Ends when the other transaction waits for a lock. */
  const isWaiting = () =>
    until(
      async () => (await database.pool.query(`select 1 from pg_locks where not granted`)).rowCount,
      (waiting) => waiting === 1,
    )

  it('is locked until the transaction ends: the next writer sees what this one stored', async () => {
    await store(event('table.1', 1))
    let second: Promise<Record<string, number>> | undefined
    await transaction(database.pool, async (tx) => {
      await lockHeads(tx, ['table.1'])
      second = headsOf('table.1')
      await isWaiting()
      await append(tx, [event('table.1', 2)])
    })
    expect(await second).toEqual({ 'table.1': 2 })
  })

  it('is locked in one order, so that two writers of the same streams never wait for each other', async () => {
    await store(event('table.1', 1), event('table.2', 1))
    const lock = (streams: string[]) => (tx: Transaction) => lockHeads(tx, streams)
    const both = Array.from({ length: 20 }, (_, i) => (i % 2 ? ['table.1', 'table.2'] : ['table.2', 'table.1']))
    const locked = await Promise.all(both.map((streams) => transaction(database.pool, lock(streams))))
    expect(locked.every(({ heads }) => heads.size === 2)).toBe(true)
  })

  it('comes with the time of the database, also where there is none yet', async () => {
    const { now } = await transaction(database.pool, (tx) => lockHeads(tx, ['table.9']))
    const { rows } = await database.pool.query<{ now: Date }>('select clock_timestamp() as now')
    expect(now).toBeInstanceOf(Date)
    expect(now.getTime()).toBeLessThanOrEqual(rows[0]?.now.getTime() ?? 0)
  })
})
