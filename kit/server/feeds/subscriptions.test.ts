import type { Push } from '@fernweh/contracts/feeds/feed'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestContext } from '../../testing/process.ts'
import { startTestNats, type TestNats } from '../../testing/test-nats.ts'
import { until } from '../../testing/until.ts'
import { type Broker, headers, jsonCodec } from '../delivery/broker.ts'
import { createSubscriptions, type FeedUpdate, type Subscriptions } from './subscriptions.ts'

let nats: TestNats
let owner: Broker
let bff: Broker
let updates: FeedUpdate[]
let subscriptions: Subscriptions

beforeAll(async () => {
  nats = await startTestNats()
  owner = await nats.connect('owner')
  bff = await nats.connect('bff')
})
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  updates = []
  subscriptions = createSubscriptions(bff, createTestContext().context, (update) => updates.push(update))
})
afterEach(() => {
  vi.useRealTimers()
  for (const feed of subscriptions.feeds()) subscriptions.unsubscribe(feed)
})
afterAll(() => nats.close())

function publish(feed: string, version: number, after = version - 1, traceparent = '') {
  const header = headers()
  if (traceparent) header.set('traceparent', traceparent)
  const push: Push = { feed, after, version, data: version }
  owner.nc.publish(`feeds.${feed}`, jsonCodec.encode(push), { headers: header })
}

/** What has been passed on, as `[after, version]`, of everything that was published. */
async function passed() {
  await owner.nc.flush()
  await bff.nc.flush()
  return updates.map(({ push }) => [push.after, push.version])
}
const endWindow = () => vi.advanceTimersByTime(50)

describe('a subscription', () => {
  it('passes on every push after it, with its trace', async () => {
    await subscriptions.subscribe('table.1')
    publish('table.1', 4, 3, '00-trace-span-01')
    await passed()
    expect(updates).toEqual([
      { push: { feed: 'table.1', after: 3, version: 4, data: 4 }, traceparent: '00-trace-span-01' },
    ])
  })

  it('conflates a burst: the first at once, the rest as one that covers all of them', async () => {
    await subscriptions.subscribe('table.1')
    for (let version = 4; version <= 9; version++) publish('table.1', version)
    expect(await passed()).toEqual([[3, 4]])
    endWindow()
    expect(await passed()).toEqual([
      [3, 4],
      [4, 9],
    ])
  })

  it('passes on the first of the next burst at once', async () => {
    await subscriptions.subscribe('table.1')
    publish('table.1', 4)
    await passed()
    endWindow()
    publish('table.1', 5)
    expect(await passed()).toEqual([
      [3, 4],
      [4, 5],
    ])
  })

  it('drops what is older than what it knows', async () => {
    await subscriptions.subscribe('table.1')
    for (const version of [6, 5, 6, 7, 6]) publish('table.1', version)
    await passed()
    endWindow()
    expect(await passed()).toEqual([
      [5, 6],
      [6, 7],
    ])
  })

  it('knows the latest push, for those who join later, also before it is passed on', async () => {
    await subscriptions.subscribe('table.1')
    expect(subscriptions.latest('table.1')).toBeUndefined()
    publish('table.1', 4)
    publish('table.1', 5)
    expect(await passed()).toEqual([[3, 4]])
    expect(subscriptions.latest('table.1')).toMatchObject({ version: 5 })
  })

  it('survives a message that is not JSON', async () => {
    await subscriptions.subscribe('table.1')
    owner.nc.publish('feeds.table.1', new TextEncoder().encode('{'))
    publish('table.1', 4)
    expect(await passed()).toEqual([[3, 4]])
  })

  it('is shared: it ends when the last of its watchers leaves', async () => {
    await subscriptions.subscribe('table.1')
    await subscriptions.subscribe('table.1')
    subscriptions.unsubscribe('table.1')
    publish('table.1', 4)
    expect(await passed()).toEqual([[3, 4]])
    subscriptions.unsubscribe('table.1')
    expect(subscriptions.feeds()).toEqual([])
    await passed()
    publish('table.1', 5)
    expect(await passed()).toEqual([[3, 4]])
  })

  it('that ended passes on nothing that waited, and forgets what it knew', async () => {
    await subscriptions.subscribe('table.1')
    publish('table.1', 4)
    publish('table.1', 5)
    await passed()
    subscriptions.unsubscribe('table.1')
    endWindow()
    expect(await passed()).toEqual([[3, 4]])
    await subscriptions.subscribe('table.1')
    expect(subscriptions.latest('table.1')).toBeUndefined()
    publish('table.1', 2)
    expect(await passed()).toEqual([
      [3, 4],
      [1, 2],
    ])
  })

  it('is there although the broker is away, so that a join is answered, and receives when that is back', async () => {
    vi.useRealTimers()
    await nats.kill()
    await subscriptions.subscribe('table.2')
    expect(subscriptions.feeds()).toEqual(['table.2'])
    await nats.start()
    await until(
      () => publish('table.2', 1) ?? updates.length,
      (count) => count > 0,
    )
  })
})

it('who leaves what nobody watches changes nothing', () => {
  subscriptions.unsubscribe('table.9')
  expect(subscriptions.feeds()).toEqual([])
})
