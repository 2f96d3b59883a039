import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { transaction } from '../database/database.ts'
import { checkDelivery, hashRows, inSnapshot, readWholeLog, viewEqualsRebuild } from './audit.ts'
import { append } from './event-log.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(() => database.pool.query('truncate events, heads, parked'))
afterAll(() => database.drop())

const store = (stream: string, count: number) =>
  transaction(database.pool, (tx) =>
    append(
      tx,
      Array.from({ length: count }, (_, i) => ({
        stream,
        version: i + 1,
        type: 'fernweh.tables.booked',
        schemaVersion: 1,
        data: { nth: i },
        meta: { correlationId: 'r1' },
      })),
    ),
  )

describe('a view', () => {
  const rows = [
    { table: 1, seats: 2 },
    { table: 2, seats: 4 },
  ]

  it('equals its rebuild in whatever order the rows come', () => {
    expect(viewEqualsRebuild('tables', rows, [...rows].reverse())).toMatchObject({
      name: 'tables equal their rebuild',
      ok: true,
    })
  })

  it.each([
    ['a row that is missing', rows.slice(1)],
    ['a row too many', [...rows, { table: 3, seats: 1 }]],
    ['a row twice', [...rows, { table: 2, seats: 4 }]],
    [
      'a value that differs',
      [
        { table: 1, seats: 3 },
        { table: 2, seats: 4 },
      ],
    ],
    ['nothing', []],
  ])('does not equal a rebuild with %s, and both hashes are named', (_, rebuilt) => {
    const { ok, detail } = viewEqualsRebuild('tables', rows, rebuilt)
    expect(ok).toBe(false)
    expect(detail).toBe(`${hashRows(rows)}, rebuilt ${hashRows(rebuilt)}`)
  })

  it('may be read row by row', () => {
    function* one() {
      yield* rows
    }
    expect(hashRows(one())).toBe(hashRows(rows))
  })
})

describe('a rebuild', () => {
  it('reads the log whole and in order, over all of its pages', async () => {
    await store('table.1', 700)
    await store('table.2', 600)
    const read: [string, number][] = []
    await inSnapshot(database.pool, async (tx) => {
      for await (const { subject, streamversion } of readWholeLog(tx)) read.push([subject, streamversion])
    })
    expect(read).toEqual([
      ...Array.from({ length: 700 }, (_, i) => ['table.1', i + 1]),
      ...Array.from({ length: 600 }, (_, i) => ['table.2', i + 1]),
    ])
  })

  it('sees one moment, whatever is stored meanwhile', async () => {
    await store('table.1', 1)
    const seen = await inSnapshot(database.pool, async (tx) => {
      const count = async () => (await tx.query<{ n: number }>('select count(*) as n from events')).rows[0]?.n
      const before = await count()
      await store('table.2', 3)
      return [before, await count()]
    })
    expect(seen).toEqual([1, 1])
  })

  it('cannot change anything', async () => {
    const writing = inSnapshot(database.pool, (tx) => tx.query('delete from events'))
    await expect(writing).rejects.toMatchObject({ code: '25006' })
  })
})

describe('the delivery', () => {
  const problems = async () => (await checkDelivery(database.pool)).filter(({ ok }) => !ok).map(({ detail }) => detail)

  it('is well while events are new, or published', async () => {
    await store('table.1', 2)
    expect(await problems()).toEqual([])
    await database.pool.query(`update events set published = true, at = at - interval '1 hour'`)
    expect(await problems()).toEqual([])
  })

  it('is not while an event has waited for too long, or is parked', async () => {
    await store('table.1', 2)
    await database.pool.query(`update events set at = at - interval '1 minute' where version = 1`)
    expect(await problems()).toEqual(['1 late'])
    await database.pool.query(`insert into parked values ('reader', 'table.1', 1, '{}', 'cannot read this')`)
    expect(await problems()).toEqual(['1 parked', '1 late'])
  })
})
