import { readdir, readFile } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import pg from 'pg'
import { nameFault } from './faults.ts'
import { kitMigrations, type Migration } from './schema.ts'

export type Pool = pg.Pool
export type Transaction = pg.PoolClient
/** Named statements are prepared once per connection: 1.6 × the unnamed form. */
export interface Statement {
  name: string
  text: string
  values: unknown[]
}

// bigint counts and positions stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export function createPool(url: string, { connections = 4, statementTimeout = 10_000 } = {}): Pool {
  const pool = new FaultNamingPool({
    connectionString: url,
    max: connections,
    statement_timeout: statementTimeout,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    pipeline: true,
    // A prepared statement keeps its plan: one made while a table was small would scan it for ever.
    options: '-c enable_seqscan=off',
  })
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  // One that breaks in use rejects its statements with this same error, so it is named before they see it.
  pool.on('connect', (client) => client.on('error', (error) => void nameFault(error, 'connection-lost')))
  return pool
}

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void

class FaultNamingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(connected: Connected): void
  override connect(connected?: Connected) {
    if (!connected) return super.connect().catch((error) => Promise.reject(nameFault(error, 'not-connected')))
    return super.connect((error, client, done) => connected(error && nameFault(error, 'not-connected'), client, done))
  }
}

/** Runs `work` in one transaction; any throw rolls back, and a connection that may be broken is not reused. */
export function transaction<Result>(pool: Pool, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return run(pool, work, () => [])
}

/** Like `transaction`; the statements that `work` returns go out together with COMMIT, in one round trip. */
export function transactionWith<Result extends { statements: Statement[] }>(
  pool: Pool,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return run(pool, work, ({ statements }) => statements)
}

async function run<Result>(
  pool: Pool,
  work: (tx: Transaction) => Promise<Result>,
  last: (result: Result) => Statement[],
): Promise<Result> {
  const tx = await pool.connect()
  let fault: Error | undefined
  try {
    sendTogether(tx)
    const [, result] = await Promise.all([tx.query('begin'), work(tx)])
    sendTogether(tx)
    // A statement that fails is the one that rejects; the COMMIT behind it then rolls back.
    const statements = last(result).map((statement) => tx.query(statement))
    const [{ command }] = await Promise.all([tx.query('commit'), ...statements])
    if (command === 'ROLLBACK') throw new Error('A statement failed unnoticed, its transaction was rolled back')
    return result
  } catch (error) {
    await tx.query('rollback').catch((lost: Error) => {
      fault = nameFault(lost, 'connection-lost')
    })
    throw error
  } finally {
    tx.release(fault)
  }
}

/** Statements of this turn go out in one write: the system call is most of the cost of a small one. */
function sendTogether(tx: Transaction): void {
  const { stream } = (tx as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

export async function isReachable(pool: Pool): Promise<true> {
  await pool.query('select 1')
  return true
}

export async function readMigrations(folder: URL): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(files.map(async (name) => ({ name, sql: await readFile(new URL(name, folder), 'utf8') })))
}

/** Applies missing migrations, kit's own first, in one instance at a time. */
export async function migrate(pool: Pool, migrations: Migration[]): Promise<void> {
  await transaction(pool, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtext('fernweh.migrate'))`)
    await tx.query(
      'create table if not exists migrations (name text primary key, at timestamptz not null default now())',
    )
    const { rows } = await tx.query<{ name: string }>('select name from migrations')
    const done = new Set(rows.map((row) => row.name))
    for (const { name, sql } of [...kitMigrations, ...migrations]) {
      if (done.has(name)) continue
      await tx.query(sql)
      await tx.query('insert into migrations (name) values ($1)', [name])
    }
  })
}
