import pg from 'pg'
import { PlainError } from '../plain-error.ts'

/** Where a role reaches a database: both carry the same name. */
export function databaseUrl(adminUrl: string, name: string, password: string) {
  const url = new URL(adminUrl)
  url.username = name
  url.password = password
  url.pathname = `/${name}`
  return url.href
}

/** One database and one role of the same name each; nobody else may connect to it. */
export async function ensureDatabases(adminUrl: string, passwords: Record<string, string>) {
  await asAdmin(adminUrl, async (client) => {
    for (const name of new Set([client.database ?? 'postgres', 'postgres', 'template1']))
      await client.query(`REVOKE CONNECT ON DATABASE ${pg.escapeIdentifier(name)} FROM PUBLIC`)
    for (const [name, password] of Object.entries(passwords)) await ensureDatabase(client, name, password)
  })
}

export async function dropDatabases(adminUrl: string, names: string[]) {
  await asAdmin(adminUrl, async (client) => {
    for (const name of names) await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
  })
}

async function ensureDatabase(client: pg.Client, name: string, password: string) {
  const [id, secret] = [pg.escapeIdentifier(name), pg.escapeLiteral(password)]
  const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
  if (!role.rowCount) await client.query(`CREATE ROLE ${id} LOGIN`)
  await client.query(`ALTER ROLE ${id} PASSWORD ${secret}`)
  const database = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
  if (database.rowCount) return
  // An administrator who is no superuser can make only a role it belongs to the owner.
  await client.query(`GRANT ${id} TO CURRENT_USER`)
  await client.query(`CREATE DATABASE ${id} OWNER ${id}`)
  await client.query(`REVOKE CONNECT ON DATABASE ${id} FROM PUBLIC`)
}

async function asAdmin(adminUrl: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
  } catch (error) {
    const { host } = new URL(adminUrl)
    throw new PlainError(`PostgreSQL at ${host} cannot be reached as administrator: ${(error as Error).message}.`)
  }
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
