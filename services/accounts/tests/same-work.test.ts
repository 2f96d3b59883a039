/** Times tell who has an account only where the work differs: here every hash and every statement of a request is counted. */
import { randomUUID } from 'node:crypto'
import { requestPasswordReset, signIn, signUp } from '@fernweh/contracts/api/accounts'
import type { Operation } from '@fernweh/contracts/api/operation'
import { createPool, type Pool, readMigrations } from '@fernweh/kit/server/database/database'
import { createTestContext, startTestProcess, type TestProcess } from '@fernweh/kit/testing/process'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createCommit } from '../src/commands/commit.ts'
import { openAccount } from '../src/commands/open-account.ts'
import { serveAccounts } from '../src/compose.ts'
import { createLimits } from '../src/credentials/limits.ts'
import { createPasswords, type Passwords } from '../src/credentials/passwords.ts'
import { ann, PASSWORD } from './world.ts'

const KNOWN = 'ann@people.example'
const UNKNOWN = 'bob@people.example'
const relay = { wake() {} }
const wide = { perPair: 1000, perSubject: 1000, perNetwork: 1000, seconds: 60 }

let database: TestDatabase
let pool: Pool
let work: string[]
let running: TestProcess

beforeAll(async () => {
  database = await createTestDatabase(await readMigrations(new URL('../migrations/', import.meta.url)))
  pool = createPool(database.url, { connections: 1 })
  watch(pool)
  const { accountId, role, mail, demo, ...profile } = ann
  const meta = { correlationId: 'test' }
  await openAccount(createCommit({ pool, relay }), { accountId, role, mail, demo, profile }, meta)
  const hash = await createPasswords({ atOnce: 1, waiting: 1 }).hash(PASSWORD)
  await pool.query('update people set password_hash = $1', [hash])
})
afterEach(() => running.context.stop())
afterAll(async () => {
  await pool.end()
  await database.drop()
})

/** Every statement, by its text: what differs from one request to the next travels as parameters. */
function watch(watched: Pool): void {
  watched.on('connect', (client) => {
    const query = client.query.bind(client) as (...statement: unknown[]) => unknown
    Object.assign(client, {
      query(...statement: unknown[]) {
        const [first] = statement
        work?.push(typeof first === 'string' ? first : (first as { text: string }).text)
        return query(...statement)
      },
    })
  })
}

const watched = (passwords: Passwords): Passwords => ({
  ...passwords,
  hash: (password) => {
    work.push('a hash')
    return passwords.hash(password)
  },
  verify: (hash, password) => {
    work.push('a comparison')
    return passwords.verify(hash, password)
  },
})

async function start(change: (passwords: Passwords) => Passwords = (passwords) => passwords): Promise<void> {
  const { log } = createTestContext().context
  running = await startTestProcess((app) =>
    serveAccounts(app, {
      pool,
      commit: createCommit({ pool, relay }),
      passwords: change(watched(createPasswords({ atOnce: 1, waiting: 10 }))),
      limits: createLimits({ pool, log, allowed: { signIns: wide, changes: wide, mails: wide, links: wide } }),
    }),
  )
}

/** Status and text of the answer, and what was done for it. */
async function call(operation: Operation, body: object) {
  work = []
  const [method = '', path = ''] = operation.name.split(' ')
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const began = performance.now()
  const response = await fetch(running.url + path, { method, headers, body: JSON.stringify(body) })
  const text = await response.text()
  return { seen: { status: response.status, text, work }, took: performance.now() - began }
}

const requests: [string, Operation, (mail: string) => object][] = [
  ['signing up', signUp, (mail) => ({ name: 'Zoë', mail, locale: 'en' })],
  ['signing in with a wrong password', signIn, (mail) => ({ mail, password: 'fünf gelbe Enten' })],
  ['requesting a new password', requestPasswordReset, (mail) => ({ mail })],
]

it.each(requests)(
  '%s is the same answer and the same work for an address with and without account',
  async (name, operation, body) => {
    await start()
    const times: Record<string, number[]> = { [KNOWN]: [], [UNKNOWN]: [] }
    for (let round = 0; round < 15; round++) {
      const known = await call(operation, body(KNOWN))
      const unknown = await call(operation, body(UNKNOWN))
      expect(known.seen).toEqual(unknown.seen)
      expect(known.seen.work.length).toBeGreaterThan(3)
      times[KNOWN]?.push(known.took)
      times[UNKNOWN]?.push(unknown.took)
    }
    const median = (values: number[] = []) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]?.toFixed(1)
    console.info(`${name}: with account ${median(times[KNOWN])} ms, without ${median(times[UNKNOWN])} ms`)
  },
)

it('a sign-in that compared only where there is something to compare would be seen', async () => {
  await start((passwords) => ({
    ...passwords,
    verify: async (hash, password) => hash !== null && passwords.verify(hash, password),
  }))
  const wrong = (mail: string) => call(signIn, { mail, password: 'fünf gelbe Enten' })
  expect((await wrong(KNOWN)).seen).not.toEqual((await wrong(UNKNOWN)).seen)
})

it('no mail that a stranger may request looks up the address before it is answered', async () => {
  await start()
  for (const [, operation, body] of requests.filter(([, { name }]) => name !== signIn.name)) {
    const { seen } = await call(operation, body(KNOWN))
    expect(seen.work.filter((statement) => /people/.test(statement))).toEqual([])
  }
})
