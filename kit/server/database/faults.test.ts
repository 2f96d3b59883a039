import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../../testing/eventually.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { createPool, type Pool, transaction } from './database.ts'
import { isTransient } from './faults.ts'

let database: TestDatabase
/** Accepts connections and never answers. */
let silent: Server
beforeAll(async () => {
  database = await createTestDatabase()
  silent = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1')
})
afterAll(async () => {
  silent.close()
  await database.drop()
})

async function faultOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.unreachable('no error'),
    (error) => error,
  )
}

async function withPool<Result>(url: string, work: (pool: Pool) => Promise<Result>, connections = 1): Promise<Result> {
  const pool = createPool(url, { connections })
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

async function killedIn(run: (pool: Pool, text: string) => Promise<unknown>): Promise<unknown> {
  return withPool(database.url, async (pool) => {
    const failed = faultOf(run(pool, 'select pg_sleep(20)'))
    await eventually(async () => {
      const text = `select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(20)%' and pid <> pg_backend_pid()`
      return (await database.pool.query(text)).rowCount
    }).toBeGreaterThan(0)
    return failed
  })
}

describe('a fault that passes', () => {
  it('is a server that refuses connections', async () => {
    expect(isTransient(await withPool('postgres://127.0.0.1:1/x', (pool) => faultOf(pool.query('select 1'))))).toBe(
      true,
    )
  })

  it('is a server that does not answer in time', async () => {
    const url = `postgres://127.0.0.1:${(silent.address() as AddressInfo).port}/x`
    const fault = await withPool(url, (pool) => faultOf(transaction(pool, async () => {})))
    expect(fault).toMatchObject({ message: expect.stringContaining('timeout'), code: '08001' })
    expect(isTransient(fault)).toBe(true)
  }, 60_000)

  it('is a pool whose connections are all taken', async () => {
    const fault = await withPool(database.url, async (pool) => {
      const client = await pool.connect()
      try {
        return await faultOf(pool.query('select 1'))
      } finally {
        client.release()
      }
    })
    expect(fault).toMatchObject({ code: '08001' })
    expect(isTransient(fault)).toBe(true)
  }, 60_000)

  it.each([
    ['a statement', (pool: Pool, text: string) => pool.query(text)],
    ['a transaction', (pool: Pool, text: string) => transaction(pool, (tx) => tx.query(text))],
  ])('is a server that shuts down during %s', async (_, run) => {
    expect(isTransient(await killedIn(run))).toBe(true)
  })

  it('is a connection that ends without a word', async () => {
    const fault = await withPool(database.url, (pool) =>
      faultOf(
        transaction(pool, async (tx) => {
          const sleeping = tx.query('select pg_sleep(20)')
          ;(tx as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
          await sleeping
        }),
      ),
    )
    expect(fault).toMatchObject({ message: 'Connection terminated unexpectedly', code: '08006' })
    expect(isTransient(fault)).toBe(true)
  })

  it.each(['40P01', '40001', '53300', '57P01', '57P03', 'ECONNRESET', 'EAI_AGAIN', 'EPIPE'])(
    'has the code %s',
    (code) => {
      expect(isTransient(Object.assign(new Error('x'), { code }))).toBe(true)
    },
  )
})

describe('a fault that would come again', () => {
  it('is a statement that took too long', async () => {
    const fault = await faultOf(
      transaction(database.pool, async (tx) => {
        await tx.query('set local statement_timeout = 20')
        await tx.query('select pg_sleep(5)')
      }),
    )
    expect(fault).toMatchObject({ code: '57014', message: expect.stringContaining('timeout') })
    expect(isTransient(fault)).toBe(false)
  })

  it('is a statement that the database rejects', async () => {
    expect(isTransient(await faultOf(database.pool.query('select 1 / 0')))).toBe(false)
  })

  it.each([
    new Error('payment timeout'),
    new Error('Connection of trains missed'),
    Object.assign(new Error('terminated by the host'), { code: 'E42' }),
    Object.assign(new Error('x'), { code: 'EENVELOPE' }),
    'timeout',
    undefined,
  ])('is an error of the application: %s', (error) => {
    expect(isTransient(error)).toBe(false)
  })
})
