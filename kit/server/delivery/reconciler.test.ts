import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { startTestNats, type TestNats } from '../../testing/test-nats.ts'
import { until } from '../../testing/until.ts'
import { transaction } from '../database/database.ts'
import { append, readUnpublished } from '../event-log/event-log.ts'
import { type Broker, ensureStream, publishEvent } from './broker.ts'
import { createReconciler } from './reconciler.ts'

const log = pino({ level: 'silent' })
let nats: TestNats
let broker: Broker
let database: TestDatabase
beforeAll(async () => {
  nats = await startTestNats()
  broker = await nats.connect()
  database = await createTestDatabase()
})
beforeEach(() => database.pool.query('truncate events, heads, broker_marks'))
afterEach(() => broker.jsm.streams.delete('tables').catch(() => {}))
afterAll(async () => {
  await nats.close()
  await database.drop()
})

const create = () => createReconciler({ pool: database.pool, broker, owner: 'tables', log })

let versions = 0
beforeEach(() => {
  versions = 0
})

/** Stores events and publishes them, as the relay does. */
async function publish(reconciler: ReturnType<typeof create>, count: number): Promise<void> {
  const events = Array.from({ length: count }, () => ({
    stream: 'table.1',
    version: ++versions,
    type: 'fernweh.tables.booked',
    schemaVersion: 1,
    data: {},
    meta: { correlationId: 'r1' },
  }))
  await transaction(database.pool, (tx) => append(tx, events))
  const batch = await readUnpublished(database.pool, 100)
  const acks = await Promise.all(batch.map(({ position, event }) => publishEvent(broker, position, event)))
  await reconciler.note(acks.map(({ seq }) => seq))
  await database.pool.query('update events set published = true')
}

const unpublished = async () => (await readUnpublished(database.pool, 100)).map(({ event }) => event.streamversion)
const mark = async () => (await database.pool.query('select last_seq from broker_marks')).rows[0]?.last_seq

describe('a reconciler', () => {
  it('remembers how far the broker acknowledged, and publishes nothing again while it is well', async () => {
    const reconciler = create()
    await reconciler.check()
    await publish(reconciler, 3)
    expect(await mark()).toBe(3)
    await create().check()
    expect([await unpublished(), await mark()]).toEqual([[], 3])
  })

  it('publishes everything again to a broker that is new', async () => {
    const reconciler = create()
    await reconciler.check()
    await publish(reconciler, 3)
    await broker.jsm.streams.delete('tables')
    await create().check()
    expect([await unpublished(), await mark()]).toEqual([[1, 2, 3], 0])
  })

  it('publishes everything again to a broker that is new, although that holds as many messages', async () => {
    const reconciler = create()
    await reconciler.check()
    await publish(reconciler, 3)
    await broker.jsm.streams.delete('tables')
    await ensureStream(broker, 'tables')
    for (let message = 0; message < 5; message++) await broker.js.publish('tables.table.9.opened')
    await create().check()
    expect([await unpublished(), await mark()]).toEqual([[1, 2, 3], 5])
  })

  it('publishes again what a broker lost that went back in time', async () => {
    const reconciler = create()
    await reconciler.check()
    await publish(reconciler, 3)
    // It had acknowledged up to 9.
    await database.pool.query('update broker_marks set last_seq = 9')
    await create().check()
    expect(await unpublished()).toEqual([1, 2, 3])
    expect(await mark()).toBe(3)
  })

  it('publishes everything again to a broker that went back in time and whose last message was deleted', async () => {
    const reconciler = create()
    await reconciler.check()
    await publish(reconciler, 3)
    await database.pool.query('update broker_marks set last_seq = 9')
    await broker.jsm.streams.deleteMessage('tables', 3)
    await create().check()
    expect(await unpublished()).toEqual([1, 2, 3])
  })

  it('notices in the answer to a publication that a sequence is used again', async () => {
    const reconciler = create()
    await reconciler.check()
    await publish(reconciler, 3)
    await reconciler.note([2])
    expect(await unpublished()).toEqual([1, 2, 3])
    await reconciler.note([])
    expect(await mark()).toBe(2)
  })

  it('looks at the broker again after a reconnect, and not at every batch before', async () => {
    const reconciler = create()
    await reconciler.check()
    await publish(reconciler, 2)
    await broker.jsm.streams.delete('tables')
    await reconciler.check()
    expect(await unpublished()).toEqual([])
    const reconnected = new Promise<void>((resolve) => {
      void (async () => {
        for await (const { type } of broker.nc.status()) if (type === 'reconnect') return resolve()
      })()
    })
    await nats.kill()
    await nats.start()
    await reconnected
    await until(
      () => reconciler.check().then(unpublished),
      (versions) => versions.length === 2,
    )
  })

  it('looks again at once after a check that failed', async () => {
    const reconciler = create()
    await database.pool.query('alter table broker_marks rename to hidden')
    await expect(reconciler.check()).rejects.toThrow('broker_marks')
    await database.pool.query('alter table hidden rename to broker_marks')
    await reconciler.check()
    expect(await mark()).toBe(0)
  })
})
