/** The process dies at every await on the way from an event to its settled mail. */
import { randomUUID } from 'node:crypto'
import type { Envelope } from '@fernweh/contracts/envelope'
import { accountOpened, mailConfirmed, passwordChanged } from '@fernweh/contracts/events/accounts'
import { createPool, type Pool, readMigrations, type Transaction } from '@fernweh/kit/server/database/database'
import { handleBatch } from '@fernweh/kit/server/delivery/consumed-versions'
import { newSealingKey, seal, unseal } from '@fernweh/kit/server/personal-data/sealing'
import { runCalls } from '@fernweh/kit/server/third-parties/calls'
import { createThirdParty } from '@fernweh/kit/server/third-parties/third-party'
import { createTestContext } from '@fernweh/kit/testing/process'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { toEnvelope } from '@fernweh/kit/testing/test-owner'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handleEvents } from '../src/consumers/request-mails.ts'
import { createMailCalls } from '../src/third-party/mail-calls.ts'
import { createMailer, type Mailer } from '../src/third-party/smtp.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

const key = newSealingKey()
let database: TestDatabase
let mailServer: MailServer
beforeAll(async () => {
  database = await createTestDatabase(await readMigrations(new URL('../migrations/', import.meta.url)))
  mailServer = await startMailServer()
})
afterAll(async () => {
  await mailServer.close()
  await database.drop()
})

/** Counts what a process waits for; at the fatal step it dies, and whatever comes later happens to nobody. */
function createFate(fatal: number, when: 'before' | 'after') {
  let steps = 0
  const fate = {
    dead: false,
    async step<Result>(work: () => Promise<Result>): Promise<Result> {
      steps += 1
      const mine = steps === fatal
      if (mine && when === 'before') fate.dead = true
      if (fate.dead) throw new Error('dead')
      const result = await work()
      if (mine) fate.dead = true
      if (fate.dead) throw new Error('dead')
      return result
    },
  }
  return fate
}
type Fate = ReturnType<typeof createFate>

function mortalPool(pool: Pool, { step }: Fate): Pool {
  const mortal = (client: Transaction) =>
    new Proxy(client, {
      get: (target, name) =>
        name === 'query' ? (...query: [string]) => step(() => target.query(...query)) : bound(target, name),
    })
  return new Proxy(pool, {
    get(target, name) {
      if (name === 'query') return (...query: [string]) => step(() => target.query(...query))
      if (name === 'connect') return async () => mortal(await step(() => target.connect()))
      return bound(target, name)
    },
  })
}

function bound(target: object, name: string | symbol): unknown {
  const value = Reflect.get(target, name)
  return typeof value === 'function' ? value.bind(target) : value
}

interface Care {
  /** For the negative control: forgets the call before it is made. */
  careless?: boolean
}

/** One process of this service, fed by hand. */
function startInstance(fate: Fate, { careless = false }: Care = {}) {
  const name = `test-${randomUUID()}`
  const real = createPool(`${database.url}?application_name=${name}`)
  const pool = mortalPool(real, fate)
  const { context, lines } = createTestContext()
  const smtp = createMailer({ url: mailServer.url, from: 'hello@fernweh.example', timeoutMs: 2_000, connections: 5 })
  const mailer: Mailer = { ...smtp, send: (mail, signal) => fate.step(() => smtp.send(mail, signal)) }
  const keyring = {
    unsealForGood: (sealed: readonly Parameters<typeof unseal>[0][]) =>
      fate.step(async () => sealed.map((one) => unseal(one, key))),
  }
  const bounds = { name: 'smtp', perSecond: 100, timeoutMs: 2_000, breaker: { failures: 1000, resetMs: 100 } }
  const thirdParty = createThirdParty({ ...bounds, metrics: context.metrics })
  const calls = createMailCalls({ pool, keyring, mailer, origin: 'https://fernweh.example', log: context.log })
  const runner = runCalls({
    pool,
    log: context.log,
    thirdParty,
    ...calls,
    async perform(call, how) {
      if (careless) await pool.query('delete from calls where name = $1', [call.name])
      return calls.perform(call, how)
    },
  })
  const consumer = { pool, name: 'test', owner: 'accounts', noun: 'account', log: context.log, broker: {} as never }
  const installation = { since: new Date(0), remindersSince: new Date(0) }

  return {
    lines,
    hear: (events: Envelope[]) =>
      handleBatch({ ...consumer, handleAll: (tx, events) => handleEvents(tx, events, installation) }, events).catch(
        () => {},
      ),
    /** The server sees a connection end, and rolls back what was open. */
    async end() {
      const stopped = runner.stop()
      await database.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
        name,
      ])
      await stopped
      mailer.close()
      thirdParty.close()
      void real.end()
    },
  }
}

const outcomes = async ({ id }: Envelope) =>
  (await database.pool.query('select 1 from events where stream = $1', [`mail.${id}`])).rowCount ?? 0
const copies = ({ id }: Envelope) =>
  mailServer.mails.filter(({ messageId }) => messageId === `<${id}@fernweh.example>`).length

/** One story: an instance that dies there, then one that lives. `died` is false once the way is shorter than that. */
async function liveOn(fatal: number, when: 'before' | 'after', care?: Care) {
  const person = `p-${randomUUID()}`
  const toEvent = (definition: Parameters<typeof toEnvelope>[0], version: number, data: object) =>
    toEnvelope(definition, 'accounts', `account.${person}`, version, { accountId: person, ...data })
  const told = toEvent(passwordChanged, 3, { by: 'password' })
  const events = [
    toEvent(accountOpened, 1, { role: 'traveller' }),
    toEvent(mailConfirmed, 2, { mail: seal('ann@example.org', person, key) }),
    told,
  ]
  const fate = createFate(fatal, when)
  const first = startInstance(fate, care)
  await first.hear(events)
  await until(
    async () => fate.dead || (await isOver(told)),
    (over) => over,
  )
  await first.end()
  const [copiesOfFirst, toldByFirst] = [copies(told), (await outcomes(told)) === 1]

  // Time passes, and the leases of the dead run out.
  await database.pool.query('update calls set due = clock_timestamp()')
  const second = startInstance(createFate(Number.POSITIVE_INFINITY, 'before'))
  // What was not acknowledged comes again; so may what was.
  await second.hear(events)
  await until(
    () => isOver(told),
    (over) => over,
  )
  await second.end()
  return {
    died: fate.dead,
    copies: copies(told),
    outcomes: await outcomes(told),
    answerLost: copiesOfFirst === 1 && !toldByFirst,
  }
}

/** Settled, or (with the negative control) forgotten. */
async function isOver(event: Envelope): Promise<boolean> {
  const { rows } = await database.pool.query<{ waiting: number; heard: number }>(
    `select (select count(*) from calls where name = $1) as waiting,
      (select count(*) from consumed where stream = $2 and version = 3) as heard`,
    [`mail.${event.id}`, event.subject],
  )
  return rows[0]?.heard === 1 && rows[0].waiting === 0
}

async function dieEverywhere(care?: Care) {
  const stories: Awaited<ReturnType<typeof liveOn>>[] = []
  for (const when of ['before', 'after'] as const) {
    for (let fatal = 1; ; fatal++) {
      const story = await liveOn(fatal, when, care)
      if (!story.died) break
      stories.push(story)
    }
  }
  return {
    kills: stories.length,
    lost: stories.filter(({ copies }) => copies === 0).length,
    unsettled: stories.filter(({ outcomes }) => outcomes !== 1).length,
    doubled: stories.filter(({ copies }) => copies > 1).length,
    doubledFor: stories.filter(({ copies, answerLost }) => copies !== (answerLost ? 2 : 1)),
  }
}

describe('a process that dies at any step', () => {
  it('loses no mail, and doubles one only where the answer to it was lost', async () => {
    const { kills, lost, unsettled, doubled, doubledFor } = await dieEverywhere()
    console.info(`${kills} kills: ${lost} mails lost, ${doubled} doubled, each with the Message-ID of the first`)
    expect(kills).toBeGreaterThan(30)
    expect({ lost, unsettled, doubledFor }).toEqual({ lost: 0, unsettled: 0, doubledFor: [] })
    expect(doubled).toBeGreaterThan(0)
  }, 120_000)

  it('would lose mails if it forgot a call before it was made', async () => {
    const { lost } = await dieEverywhere({ careless: true })
    expect(lost).toBeGreaterThan(0)
  }, 120_000)
})

describe('the log of the process', () => {
  it('names nobody, also when the server repeats addresses', async () => {
    mailServer.behave('recipient', 451)
    const instance = startInstance(createFate(Number.POSITIVE_INFINITY, 'before'))
    const event = toEnvelope(passwordChanged, 'accounts', 'account.zoe', 2, { accountId: 'zoe', by: 'reset' })
    const mail = seal('zoe@example.org', 'zoe', key)
    await instance.hear([toEnvelope(mailConfirmed, 'accounts', 'account.zoe', 1, { accountId: 'zoe', mail }), event])
    await until(mailServer.hesitated, (times) => times > 0)
    mailServer.behave('recipient', undefined)
    mailServer.behave('sender', 451)
    await until(
      () => instance.lines.map((line) => JSON.stringify(line)).join('\n'),
      (lines) => lines.includes('call failed'),
    )
    mailServer.behave('sender', undefined)
    await instance.end()
    expect(JSON.stringify(instance.lines)).not.toMatch(/zoe@|@example\.org/)
  })
})
