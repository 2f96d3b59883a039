/** Every kind of subscription gets messages that are nearly right, and goes on working. */
import { randomInt } from 'node:crypto'
import type { Envelope } from '@fernweh/contracts/envelope'
import { feedSubject, type Push } from '@fernweh/contracts/feeds/feed'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMalformer } from '../../testing/malformed.ts'
import { createTestContext } from '../../testing/process.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { startTestNats, type TestNats } from '../../testing/test-nats.ts'
import { createTestOwner, publishSignOut, type TestOwner, toEnvelope } from '../../testing/test-owner.ts'
import { until } from '../../testing/until.ts'
import { createSubscriptions } from '../feeds/subscriptions.ts'
import { trackSignOuts } from '../http/sign-outs.ts'
import { createKeyring, newSealingKey, seal, serveKeys } from '../personal-data/sealing.ts'
import { type Broker, jsonCodec } from './broker.ts'
import { createDurableConsumer } from './durable-consumer.ts'
import { createInMemoryConsumer } from './in-memory-consumer.ts'
import { fetchOwnerLog, serveLog } from './log-server.ts'
import { createOutboxRelay } from './outbox-relay.ts'

const MESSAGES = 10_000
const booked = { type: 'fernweh.tables.booked', noun: 'table', version: 1, data: null as never, upcasts: {} }
const event = (id: string, version: number) => toEnvelope(booked, 'tables', `table.${id}`, version, { seats: 2 })

let nats: TestNats
let stranger: Broker
let broker: Broker
let tables: TestOwner
let database: TestDatabase
const stops: (() => Promise<void> | void)[] = []
beforeAll(async () => {
  nats = await startTestNats()
  ;[stranger, broker] = [await nats.connect('stranger'), await nats.connect('readers')]
  tables = await createTestOwner(broker, 'tables')
  database = await createTestDatabase()
})
afterAll(async () => {
  for (const stop of stops) await stop()
  await nats.close()
  await database.drop()
})

it(`${MESSAGES} malformed messages end nothing and deafen nobody`, async () => {
  const seed = Number(process.env.SEED ?? randomInt(1_000_000))
  console.log(`SEED=${seed}`)
  const malform = createMalformer(seed)
  const { context } = createTestContext()
  const metrics = new Registry()
  const reader = { log: context.log, metrics }

  const handled = { durable: [] as string[], inMemory: [] as string[], feeds: [] as Push[], signedOut: [] as string[] }
  const { pool } = database
  const consuming = { broker, owner: 'tables', noun: 'table', ...reader }
  const note = (list: string[]) => (one: Envelope) => {
    if ((one.data as { seats: unknown }).seats !== 2) throw new Error('cannot read this')
    list.push(`${one.subject} ${one.streamversion}`)
  }
  const handle = async (_: unknown, one: Envelope) => note(handled.durable)(one)
  const durable = createDurableConsumer({ ...consuming, pool, name: 'readers-tables', handle })
  const inMemory = createInMemoryConsumer({ ...consuming, name: 'readers', apply: note(handled.inMemory) })
  const relay = createOutboxRelay({ pool, broker, owner: 'chairs', ...reader })
  stops.push(
    () => durable.stop(),
    () => inMemory.stop(),
    () => relay.stop(),
  )
  serveLog({ broker, pool, owner: 'chairs', ...reader })
  const key = newSealingKey()
  serveKeys({ broker, subject: 'keys.people', ...reader }, async () => new Map([['ann', key]]))
  trackSignOuts(broker, { ...context, metrics }, (signInId) => handled.signedOut.push(signInId))
  const subscriptions = createSubscriptions(broker, { ...context, metrics }, ({ push }) => handled.feeds.push(push))
  await subscriptions.subscribe('table.1')

  const templates: Record<string, (i: number) => unknown> = {
    [feedSubject('table.1')]: () => ({ feed: 'table.1', after: 0, version: 1, data: { seats: 2 } }),
    'accounts.sign-in.s1.signed-out': () =>
      toEnvelope({ type: 'fernweh.accounts.signed-out', version: 1 }, 'accounts', 'sign-in.s1', 2, {}),
    'keys.people': () => ['ann'],
    'log.chairs': () => ({ stream: 'chair.1', after: 0 }),
    'relay.chairs': () => 'pause',
    'tables.table.f.booked': (i) => event(`f${i % 50}`, 1),
  }
  const subjects = Object.keys(templates)
  for (let i = 0; i < MESSAGES; i++) {
    const subject = subjects[i % subjects.length] as string
    stranger.nc.publish(subject, malform(templates[subject]?.(i)))
    if (i % 500 === 0) await stranger.nc.flush()
  }
  await stranger.nc.flush()

  await tables.publish(event('good', 1))
  await until(
    () => handled.durable,
    (seen) => seen.includes('table.good 1'),
  )
  await until(
    () => handled.inMemory,
    (seen) => seen.includes('table.good 1'),
  )
  const keyring = createKeyring({ broker, subject: 'keys.people' })
  expect(await keyring.unseal([seal('Ann', 'ann', key)])).toEqual(['Ann'])
  expect(await fetchOwnerLog(broker, 'chairs', { stream: 'chair.1', after: 0 })).toEqual([])
  expect(handled.signedOut).toEqual([])
  publishSignOut(stranger, 's2')
  await until(
    () => handled.signedOut,
    (seen) => seen.includes('s2'),
  )
  stranger.nc.publish(feedSubject('table.1'), jsonCodec.encode({ feed: 'table.1', after: 1, version: 2, data: 'new' }))
  await until(
    () => handled.feeds.at(-1),
    (push) => push?.data === 'new',
  )
  const counted = (await metrics.getSingleMetric('fernweh_malformed_messages_total')?.get())?.values ?? []
  expect(counted.reduce((sum, { value }) => sum + value, 0)).toBeGreaterThan(MESSAGES * 0.9)
}, 240_000)

it('an event that its owner does not have is given up, and the others of its stream flow', async () => {
  const { context, lines } = createTestContext()
  const { pool } = database
  const applied: number[] = []
  const consuming = { broker, owner: 'tables', noun: 'table', log: context.log }
  const isMine = ({ subject }: Envelope) => subject === 'table.ahead'
  const apply = (one: Envelope) => void (isMine(one) && applied.push(one.streamversion))
  const handle = async (_: unknown, one: Envelope) => apply(one)
  const durable = createDurableConsumer({ ...consuming, pool, name: 'gap-tables', handle })
  const inMemory = createInMemoryConsumer({ ...consuming, name: 'gap-readers', apply })
  stops.push(
    () => durable.stop(),
    () => inMemory.stop(),
  )
  await tables.publish(event('ahead', 900))
  for (let i = 0; i < 3; i++) await tables.append(booked, 'ahead', { seats: 2 } as never)
  await until(
    () => lines.filter(({ err }) => err === 'is not in the log of its owner').map(({ reader }) => reader),
    (readers) => readers.includes('gap-tables') && readers.includes('gap-readers'),
    60_000,
  )
  await until(
    async () => (await broker.jsm.consumers.info('tables', 'gap-tables')).num_ack_pending,
    (unacknowledged) => unacknowledged === 0,
  )
  expect(applied.toSorted()).toEqual([1, 1, 2, 2, 3, 3])
  expect(inMemory.isSettled()).toBe(true)
}, 120_000)
