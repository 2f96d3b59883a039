import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../src/host/ports.ts'
import { identify, isAlive } from '../src/host/process-identity.ts'
import { postgresFolder } from '../src/state/folders.ts'
import { hasSecrets } from '../src/state/secrets.ts'
import { databaseUrl, ensureDatabases } from '../src/stores/databases.ts'
import { startPostgres } from '../src/stores/postgres.ts'
import { withTsx } from '../src/topology/instances.ts'
import { empty } from '../src/topology/start-stack.ts'
import { temporaryState, temporarySupervisor } from './temporary-state.ts'

const password = 'secret'

test('what was committed is there after a kill -9 of the server', async () => {
  const state = temporaryState()
  const postgres = await startPostgres({ state, password, supervisor: temporarySupervisor(state) })
  await query(postgres.adminUrl, 'create table kept as select 42 as answer')
  await postgres.kill()
  await postgres.start()
  expect(await query(postgres.adminUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('a server that a killed stack left running is stopped, and its data served', async () => {
  const state = temporaryState()
  spawnSync(process.execPath, [...withTsx, join(import.meta.dirname, 'killed-stack.ts'), state, password])
  const left = identify(pidOf(state))
  expect(left).not.toBeNull()
  const { adminUrl } = await startPostgres({ state, password, supervisor: temporarySupervisor(state) })
  expect(left && isAlive(left)).toBe(false)
  expect(await query(adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a stale pid file that names a stranger is no obstacle, and the stranger lives', async () => {
  const state = temporaryState()
  const supervisor = temporarySupervisor(state)
  const postgres = await startPostgres({ state, password, supervisor })
  const file = join(postgresFolder(state), 'data', 'postmaster.pid')
  const stale = readFileSync(file, 'utf8').replace(/^\d+/, String(process.ppid))
  await postgres.stop()
  writeFileSync(file, stale)
  await postgres.start()
  expect(await query(postgres.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('data whose keys are gone with its checkout makes way for new data', async () => {
  const state = temporaryState()
  const lost = await startPostgres({ state, password: 'lost', supervisor: temporarySupervisor(state) })
  await lost.stop()
  expect(existsSync(postgresFolder(state))).toBe(true)
  expect(hasSecrets(state)).toBe(false)
  empty(state)
  const { adminUrl } = await startPostgres({ state, password, supervisor: temporarySupervisor(state) })
  expect(await query(adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a busy port is left for another one', async () => {
  const state = temporaryState()
  const port = await freePort()
  const squatter = createServer().listen(port, '127.0.0.1')
  onTestFinished(() => void squatter.close())
  const { adminUrl } = await startPostgres({ state, password, port, supervisor: temporarySupervisor(state) })
  expect(new URL(adminUrl).port).not.toBe(String(port))
})

test('no role may connect to a database of another, n × (n − 1)', async () => {
  const state = temporaryState()
  const { adminUrl } = await startPostgres({ state, password, supervisor: temporarySupervisor(state) })
  const roles = { accounts: 'a', bookings: 'b', catalog: 'c', reviews: 'd' }
  await ensureDatabases(adminUrl, roles)
  const names = Object.keys(roles) as (keyof typeof roles)[]
  for (const role of names) {
    for (const database of [...names, 'postgres', 'template1']) {
      const url = new URL(databaseUrl(adminUrl, role, roles[role]))
      url.pathname = `/${database}`
      const attempt = query(url.href, 'select current_user as me')
      if (role === database) expect(await attempt).toEqual([{ me: role }])
      else await expect(attempt).rejects.toThrow('permission denied for database')
    }
  }
})

test('without the revocation a foreign role gets in', async () => {
  const state = temporaryState()
  const { adminUrl } = await startPostgres({ state, password, supervisor: temporarySupervisor(state) })
  await ensureDatabases(adminUrl, { accounts: 'a', bookings: 'b' })
  await query(adminUrl, 'grant connect on database bookings to public')
  const url = databaseUrl(adminUrl, 'accounts', 'a').replace(/accounts$/, 'bookings')
  expect(await query(url, 'select current_user as me')).toEqual([{ me: 'accounts' }])
})

function pidOf(state: string) {
  return Number(readFileSync(join(postgresFolder(state), 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function query(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString })
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
