import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../server/testing/test-database.ts'
import { until } from '../server/testing/until.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('a connection that breaks while it is used, between two statements, fails the next and not the process', async () => {
  const client = await database.pool.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const broken = new Promise((resolve) => client.once('end', resolve))
  await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await broken
  await until(
    () =>
      client.query('select 1').then(
        () => false,
        () => true,
      ),
    (failed) => failed,
  )
  client.release(true)
})
