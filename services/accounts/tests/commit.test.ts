/** A sign-out reaches other processes within a second because the relay is woken, not because it polls. */
import { createPool, type Pool } from '@fernweh/kit/server/database/database'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createCommit } from '../src/commands/commit.ts'

let database: TestDatabase
let pool: Pool
let steps: Promise<string>[]

beforeAll(async () => {
  database = await createTestDatabase([])
  pool = createPool(database.url, { connections: 2 })
  await pool.query('create table notes (text text)')
})
beforeEach(() => {
  steps = []
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const commit = (work: Parameters<ReturnType<typeof createCommit>>[0]) =>
  createCommit({ pool, relay: { wake: () => void steps.push(readNotes()) } })(work)

/** By another connection than the transaction's. */
async function readNotes(): Promise<string> {
  const { rows } = await pool.query<{ text: string }>('select text from notes')
  return rows.map(({ text }) => text).join()
}

it('the relay is woken once, when others see what was committed', async () => {
  const result = await commit(async (tx) => {
    await tx.query(`insert into notes values ('committed')`)
    expect(steps).toEqual([])
    return 'result'
  })
  expect(result).toBe('result')
  expect(await Promise.all(steps)).toEqual(['committed'])
})

it('the relay is not woken for what was rolled back', async () => {
  const work = commit(async (tx) => {
    await tx.query(`insert into notes values ('rolled back')`)
    throw new Error('a fault')
  })
  await expect(work).rejects.toThrow('a fault')
  expect(steps).toEqual([])
  expect(await readNotes()).not.toContain('rolled back')
})
