import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { createPool, isReachable, migrate, readMigrations, transaction, transactionWith } from './database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase([{ name: '001-notes', sql: 'create table notes (text text primary key)' }])
})
beforeEach(() => database.pool.query('truncate notes'))
afterAll(() => database.drop())

const insert = (text: string) => ({ name: 'note', text: 'insert into notes (text) values ($1)', values: [text] })
const notes = async () =>
  (await database.pool.query('select text from notes order by text')).rows.map(({ text }) => text)
const isolation = 'show transaction_isolation'

describe('a transaction', () => {
  it('stores all of its work, and gives its result', async () => {
    const result = await transaction(database.pool, async (tx) => {
      await tx.query(insert('a'))
      await tx.query(insert('b'))
      return 'done'
    })
    expect([result, await notes()]).toEqual(['done', ['a', 'b']])
  })

  it('stores nothing when its work throws, and the connection can be used again', async () => {
    const pool = createPool(database.url, { connections: 1 })
    const failing = transaction(pool, async (tx) => {
      await tx.query(insert('a'))
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    await transaction(pool, (tx) => tx.query(insert('b')))
    expect(await notes()).toEqual(['b'])
    await pool.end()
  })

  it('fails when a statement failed, even if its work did not notice', async () => {
    const careless = transaction(database.pool, async (tx) => {
      await tx.query(insert('a'))
      await tx.query('select 1 / 0').catch(() => {})
    })
    await expect(careless).rejects.toThrow('A statement failed unnoticed')
    expect(await notes()).toEqual([])
  })

  it('is seen by nobody before it ends', async () => {
    await transaction(database.pool, async (tx) => {
      await tx.query(insert('a'))
      expect(await notes()).toEqual([])
    })
    expect(await notes()).toEqual(['a'])
  })

  it('is open before the first statement of its work, which does not wait for that', async () => {
    const level = await transaction(database.pool, async (tx) => {
      const set = tx.query('set transaction isolation level serializable')
      const [, shown] = await Promise.all([set, tx.query(isolation)])
      return shown.rows[0].transaction_isolation
    })
    expect(level).toBe('serializable')
    expect((await database.pool.query(isolation)).rows[0].transaction_isolation).toBe('read committed')
  })

  it('whose connection is cut does not give that connection back', async () => {
    const pool = createPool(database.url, { connections: 1 })
    const cut = transaction(pool, async (tx) => {
      const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
      await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      await tx.query(insert('a'))
    })
    await expect(cut).rejects.toThrow()
    await transaction(pool, (tx) => tx.query(insert('b')))
    expect(await notes()).toEqual(['b'])
    await pool.end()
  })
})

describe('a transaction with last statements', () => {
  const last = (...texts: string[]) =>
    transactionWith(database.pool, async (tx) => {
      await tx.query(insert('of the work'))
      return { statements: texts.map(insert), answer: 42 }
    })

  it('stores them with its work', async () => {
    expect(await last('last', 'the very last')).toMatchObject({ answer: 42 })
    expect(await notes()).toEqual(['last', 'of the work', 'the very last'])
  })

  it('stores nothing when one of them fails, though COMMIT was sent behind it', async () => {
    await expect(last('twice', 'twice')).rejects.toMatchObject({ constraint: 'notes_pkey' })
    expect(await notes()).toEqual([])
  })
})

describe('a connection that breaks', () => {
  it('while it is used, between two statements, fails the next one and not the process', async () => {
    const client = await database.pool.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const broken = new Promise((resolve) => client.once('end', resolve))
    await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await broken
    await expect(client.query('select 1')).rejects.toThrow()
    client.release(true)
  })

  it('while it is idle is replaced at the next use', async () => {
    const pool = createPool(database.url, { connections: 1 })
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
    const removed = new Promise((resolve) => pool.once('remove', resolve))
    await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await removed
    expect(await isReachable(pool)).toBe(true)
    await pool.end()
  })
})

describe('migrations', () => {
  const table = (name: string) => ({ name: `${name}.sql`, sql: `create table ${name} (id integer)` })
  const applied = async () =>
    (await database.pool.query(`select name from migrations where name like '%.sql' order by name`)).rows.map(
      ({ name }) => name,
    )

  it('are applied once, also when instances start together and again later', async () => {
    const pools = Array.from({ length: 4 }, () => createPool(database.url))
    await Promise.all(pools.map((pool) => migrate(pool, [table('once_a')])))
    await migrate(database.pool, [table('once_a'), table('once_b')])
    expect(await applied()).toEqual(['once_a.sql', 'once_b.sql'])
    await Promise.all(pools.map((pool) => pool.end()))
  })

  it('are applied all or not at all', async () => {
    const broken = [table('half'), { name: 'broken.sql', sql: 'create tabel broken' }]
    await expect(migrate(database.pool, broken)).rejects.toMatchObject({ code: '42601' })
    expect(await applied()).not.toContain('half.sql')
    const { rows } = await database.pool.query(`select to_regclass('half') as found`)
    expect(rows).toEqual([{ found: null }])
  })

  it('are read from the SQL files of a folder, in the order of their names', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'migrations-'))
    const files = { '002-b.sql': 'select 2', '010-c.sql': 'select 10', '001-a.sql': 'select 1', 'README.md': 'no SQL' }
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
    expect(await readMigrations(pathToFileURL(`${folder}/`))).toEqual([
      { name: '001-a.sql', sql: 'select 1' },
      { name: '002-b.sql', sql: 'select 2' },
      { name: '010-c.sql', sql: 'select 10' },
    ])
    await rm(folder, { recursive: true })
  })
})

it('counts and positions are numbers', async () => {
  const { rows } = await database.pool.query('select count(*) as n, 9007199254740991::bigint as most from notes')
  expect(rows).toEqual([{ n: 0, most: Number.MAX_SAFE_INTEGER }])
})
