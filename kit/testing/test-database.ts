import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { createPool, migrate, type Pool } from '../server/database/database.ts'
import type { Migration } from '../server/database/schema.ts'

export interface TestDatabase {
  url: string
  pool: Pool
  drop(): Promise<void>
}

/** A database of its own on the server of `TEST_DATABASE_ADMIN_URL`, with kit's tables and the given ones. */
export async function createTestDatabase(
  migrations: Migration[] = [],
  { connections = 10 } = {},
): Promise<TestDatabase> {
  const adminUrl = process.env.TEST_DATABASE_ADMIN_URL
  if (!adminUrl) throw new Error('TEST_DATABASE_ADMIN_URL is not set: run the tests with `npm test`')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(adminUrl, `create database ${name}`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  const pool = createPool(url.href, { connections })
  await migrate(pool, migrations)
  return {
    url: url.href,
    pool,
    async drop() {
      await pool.end()
      await asAdmin(adminUrl, `drop database ${name} with (force)`)
    },
  }
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
