import type { Push } from '@fernweh/contracts/feeds/feed'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { startTestNats, type TestNats } from '../../testing/test-nats.ts'
import { until } from '../../testing/until.ts'
import { type Broker, jsonCodec } from '../delivery/broker.ts'
import { bumpFeeds, createFeedPublisher } from './publisher.ts'

const log = pino({ level: 'silent' })
let nats: TestNats
let broker: Broker
let database: TestDatabase
beforeAll(async () => {
  nats = await startTestNats()
  broker = await nats.connect()
  database = await createTestDatabase()
})
afterAll(async () => {
  await nats.close()
  await database.drop()
})

async function read(feeds: string[]) {
  const { rows } = await database.pool.query('select feed, version from feeds where feed = any($1)', [feeds])
  return rows.map(({ feed, version }) => ({ feed, version, data: { seen: version } }))
}

describe('feeds', () => {
  it('conflate a burst, and every push begins where the last ended', async () => {
    const pushes: Push[] = []
    broker.nc.subscribe('feeds.session.burst', {
      callback: (_, m) => void pushes.push(jsonCodec.decode(m.data) as Push),
    })
    await broker.nc.flush()
    const publisher = createFeedPublisher({ broker, read, log })
    for (let i = 0; i < 50; i++) {
      await database.pool.query(bumpFeeds(['session.burst']))
      publisher.changed(['session.burst'])
    }
    await until(
      () => pushes.at(-1)?.version,
      (version) => version === 50,
    )
    pushes.forEach((push, i) => {
      expect(push.after).toBe(i === 0 ? push.version - 1 : pushes[i - 1]?.version)
      expect(push.data).toEqual({ seen: push.version })
    })
  })

  it('carry the trace of the change', async () => {
    const traces: (string | undefined)[] = []
    broker.nc.subscribe('feeds.session.traced', { callback: (_, m) => void traces.push(m.headers?.get('traceparent')) })
    await broker.nc.flush()
    await database.pool.query(bumpFeeds(['session.traced']))
    createFeedPublisher({ broker, read, log }).changed(['session.traced'], '00-trace-span-01')
    await until(
      () => traces,
      (seen) => seen.length === 1,
    )
    expect(traces).toEqual(['00-trace-span-01'])
  })
})
