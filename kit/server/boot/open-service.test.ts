import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { counterDecider, counterTables } from '../../testing/counter.ts'
import { createKeys, createTestContext, OPS_TOKEN } from '../../testing/process.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { freePort, startTestNats, type TestNats } from '../../testing/test-nats.ts'
import { until } from '../../testing/until.ts'
import { internalEnv } from '../process/config.ts'
import type { ProcessContext } from '../process/lifecycle.ts'
import { openService, openStatelessService } from './open-service.ts'

let nats: TestNats
let database: TestDatabase
let migrations: URL
let url: string
const stopping: ProcessContext[] = []

beforeAll(async () => {
  nats = await startTestNats()
  database = await createTestDatabase()
  const folder = await mkdtemp(path.join(tmpdir(), 'service '))
  migrations = pathToFileURL(`${folder}/`)
  for (const { name, sql } of counterTables) await writeFile(path.join(folder, `${name}.sql`), sql)
})
afterEach(async () => {
  for (const context of stopping.splice(0)) await context.stop()
  vi.unstubAllEnvs()
})
afterAll(async () => {
  await nats.close()
  await database.drop()
  await rm(migrations, { recursive: true })
})

const publicKey = Buffer.from(createKeys().publicKey.export({ type: 'spki', format: 'pem' })).toString('base64')
const env = internalEnv.extend({ DATABASE_URL: z.string() })

async function createContext(changed: Record<string, string> = {}) {
  const PORT = String(await freePort())
  url = `http://127.0.0.1:${PORT}`
  const variables = {
    PORT,
    OPS_TOKEN,
    NATS_URL: nats.url,
    DATABASE_URL: database.url,
    IDENTITY_PUBLIC_KEY: publicKey,
    ...changed,
  }
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  const { context, lines } = createTestContext('counters')
  stopping.push(context)
  return { context, lines }
}

async function openCounters() {
  const { context } = await createContext()
  const service = await openService(context, { env, owner: 'counters', migrations })
  const batcher = service.batchCommands(counterDecider)
  const add = (counter: string) => batcher.execute({ counter, amount: 1 }, { meta: { correlationId: randomUUID() } })
  return { context, service, add }
}

async function operate(command: string, body: unknown = {}) {
  const headers = { authorization: `Bearer ${OPS_TOKEN}`, 'content-type': 'application/json' }
  const answer = await fetch(`${url}/ops/${command}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return [answer.status, await answer.json()]
}

const unpublished = async () =>
  (await database.pool.query<{ n: number }>('select count(*) as n from events where not published')).rows[0]?.n
const allPublished = () => until(unpublished, (left) => left === 0)

describe('a service', () => {
  it('listens to nobody before it serves, and is ready then', async () => {
    const { service } = await openCounters()
    await expect(fetch(`${url}/readyz`)).rejects.toThrow()
    await service.serve(async () => [])
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
  })

  it('has its tables, its stream and its log, and publishes what a command has stored', async () => {
    const { service, add } = await openCounters()
    expect(await add('published')).toEqual({ total: 1 })
    await allPublished()
    const { state } = await service.broker.jsm.streams.info('counters')
    expect(state.messages).toBeGreaterThan(0)
  })

  it('consumes its own stream with a durable consumer that stops with it', async () => {
    const { context, service, add } = await openCounters()
    const seen: string[] = []
    service.consume({
      name: 'counters-views',
      owner: 'counters',
      noun: 'counter',
      handle: async (_tx, { subject }) => void seen.push(subject),
    })
    await add('consumed')
    await until(
      () => seen,
      (subjects) => subjects.includes('counter.consumed'),
    )
    await context.stop()
  })

  it('is not ready while its database is away, and says why', async () => {
    const other = await createTestDatabase()
    const { context } = await createContext({ DATABASE_URL: other.url })
    const service = await openService(context, { env, owner: 'counters', migrations })
    await service.serve(async () => [])
    await other.drop()
    const answer = await fetch(`${url}/readyz`)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ ready: false, why: [expect.stringMatching(/^database: /)] })
  })

  it('names the setting that is missing, and opens nothing', async () => {
    const { context } = await createContext({ OPS_TOKEN: 'short' })
    await expect(openService(context, { env, owner: 'counters', migrations })).rejects.toThrow('OPS_TOKEN')
    expect(await context.whyNotReady()).toEqual([])
  })

  it('closes what it opened when it stops, though nothing was served', async () => {
    const { context, service } = await openCounters()
    await context.stop()
    expect(service.broker.nc.isClosed()).toBe(true)
    await expect(service.pool.query('select 1')).rejects.toThrow('after calling end')
  })
})

describe('its operators', () => {
  it('hold its events back and let them go', async () => {
    const { service, add } = await openCounters()
    await service.serve(async () => [])
    await allPublished()
    expect(await operate('relay', { paused: true })).toEqual([200, { paused: true }])
    await add('held-back')
    await service.broker.nc.flush()
    expect(await unpublished()).toBe(1)
    expect(await operate('relay', { paused: false })).toEqual([200, { paused: false }])
    await allPublished()
  })

  it('are told which field of a command is wrong', async () => {
    const { service } = await openCounters()
    await service.serve(async () => [])
    const [status, answer] = await operate('relay', { paused: 'yes' })
    expect([status, answer]).toMatchObject([400, { invalid: [{ field: 'paused' }] }])
  })

  it('replay what is parked, of all its consumers, and hear how much is left', async () => {
    const { service, add } = await openCounters()
    let broken = true
    for (const name of ['counters-one', 'counters-two']) {
      service.consume({
        name,
        owner: 'counters',
        noun: 'counter',
        async handle(_tx, { subject }) {
          if (broken && subject === 'counter.parked') throw new Error('cannot read this')
        },
      })
    }
    await service.serve(async () => [])
    await add('parked')
    const parked = async () => (await database.pool.query('select 1 from parked')).rowCount
    await until(parked, (count) => count === 2)
    expect(await operate('parked/replay')).toEqual([200, { left: 2 }])
    broken = false
    expect(await operate('parked/replay')).toEqual([200, { left: 0 }])
  })

  it('see what its audit finds, and that an audit could not be completed', async () => {
    const { service } = await openCounters()
    const check = { name: 'no event is parked', ok: true, detail: '0 parked' }
    const audit = vi.fn(async () => [check])
    await service.serve(audit)
    expect(await operate('audit')).toEqual([200, { checks: [check] }])
    audit.mockRejectedValueOnce(new Error('database away'))
    const unchecked = { name: 'every promise', ok: null, detail: 'database away' }
    expect(await operate('audit')).toEqual([200, { checks: [unchecked] }])
  })
})

describe('a service without a database', () => {
  it('serves feeds and their heads from what it has in memory', async () => {
    const { context } = await createContext()
    const { publishFeeds, serve, broker } = await openStatelessService(context, { env: internalEnv })
    const pushed: string[] = []
    broker.nc.subscribe('feeds.table.1', {
      callback: (_, { data }) => void pushed.push(new TextDecoder().decode(data)),
    })
    await broker.nc.flush()
    const feeds = publishFeeds(async (names) => names.map((feed) => ({ feed, version: 7, data: { seats: 2 } })))
    await serve(async () => [])
    feeds.changed(['table.1'])
    await until(
      () => pushed.length,
      (count) => count === 1,
    )
    expect(JSON.parse(pushed[0] ?? '')).toEqual({ feed: 'table.1', after: 6, version: 7, data: { seats: 2 } })
    expect(await (await fetch(`${url}/feeds/table.1`)).json()).toMatchObject({ version: 7 })
  })

  it('stops its parts before the broker, the last one first', async () => {
    const { context } = await createContext()
    const { running, broker } = await openStatelessService(context, { env: internalEnv })
    const stopped: [string, boolean][] = []
    for (const part of ['first', 'second']) running(part, { stop: () => stopped.push([part, broker.nc.isClosed()]) })
    await context.stop()
    expect(stopped).toEqual([
      ['second', false],
      ['first', false],
    ])
    expect(broker.nc.isClosed()).toBe(true)
  })
})
