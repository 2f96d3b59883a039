import type { Envelope } from '@fernweh/contracts/envelope'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { add, type CounterBatcher, counterDecider, counterTables, createCounterBatcher } from '../../testing/counter.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { startTestNats, type TestNats } from '../../testing/test-nats.ts'
import { until } from '../../testing/until.ts'
import type { Transaction } from '../database/database.ts'
import type { Broker } from './broker.ts'
import { createDurableConsumer, type DurableConsumer } from './durable-consumer.ts'
import { createInMemoryConsumer, type InMemoryConsumer } from './in-memory-consumer.ts'
import { serveLog } from './log-server.ts'
import { createOutboxRelay, type OutboxRelay } from './outbox-relay.ts'

const said: { msg: string; reader?: string }[] = []
const log = pino({}, { write: (line) => void said.push(JSON.parse(line)) })
const unlimited = {
  ...counterDecider,
  decide: ({ amount }: { amount: number }, { total }: { total: number }) => ({
    events: [{ type: 'fernweh.counters.added' as const, data: { amount } }],
    answer: { total: total + amount },
  }),
}

let nats: TestNats
let broker: Broker
let owner: TestDatabase
let reader: TestDatabase
let relay: OutboxRelay
let clerk: CounterBatcher
const running: { stop(): Promise<void> }[] = []

beforeAll(async () => {
  nats = await startTestNats()
  broker = await nats.connect()
  owner = await createTestDatabase(counterTables)
  reader = await createTestDatabase([
    {
      name: '001',
      sql: 'create table totals (consumer text, counter text, total int, versions int[], primary key (consumer, counter))',
    },
  ])
  relay = createOutboxRelay({ pool: owner.pool, broker, owner: 'counters', log })
  serveLog({ broker, pool: owner.pool, owner: 'counters', log })
  clerk = createCounterBatcher(owner.pool, () => relay.wake(), unlimited)
})
afterEach(async () => {
  for (const part of running.splice(0)) await part.stop()
})
afterAll(async () => {
  await relay.stop()
  await nats.close()
  await owner.drop()
  await reader.drop()
})

async function addUp(name: string, tx: Transaction, event: Envelope): Promise<void> {
  await tx.query(
    `insert into totals values ($1, $2, $3, array[$4::int]) on conflict (consumer, counter) do update
     set total = totals.total + excluded.total, versions = totals.versions || excluded.versions`,
    [name, event.subject, (event.data as { amount: number }).amount, event.streamversion],
  )
}

let runs = 0

function start(
  name: string,
  handle?: (tx: Transaction, event: Envelope) => Promise<void>,
  metrics?: Registry,
): DurableConsumer {
  const consumer = createDurableConsumer({
    pool: reader.pool,
    broker,
    name,
    owner: 'counters',
    noun: 'counter',
    handle: handle ?? ((tx, event) => addUp(name, tx, event)),
    log,
    metrics,
  })
  running.push(consumer)
  return consumer
}

const seenBy = async (consumer: string) =>
  new Map<string, { total: number; versions: number[] }>(
    (await reader.pool.query('select * from totals where consumer = $1', [consumer])).rows.map((row) => [
      row.counter,
      row,
    ]),
  )
const truth = async () =>
  new Map<string, number>(
    (await owner.pool.query('select counter, total from counters')).rows.map((row) => [row.counter, row.total]),
  )

/** Every counter the consumer knows equals the owner's, each version taken once and in order. */
async function converges(consumer: string): Promise<void> {
  const expected = await truth()
  const seen = await until(
    () => seenBy(consumer),
    (totals) =>
      totals.size === expected.size && [...totals].every(([counter, { total }]) => total === expected.get(counter)),
    30_000,
  )
  for (const { versions } of seen.values()) expect(versions).toEqual(versions.map((_, i) => i + 1))
}

const addMany = (prefix: string, counters: number, times: number) =>
  Promise.all(Array.from({ length: counters * times }, (_, i) => add(clerk, `${prefix}-${i % counters}`)))

describe('the pipe from log to consumer', () => {
  it('brings every event once and in the order of its stream', async () => {
    start('reader-plain')
    await addMany('plain', 20, 10)
    await converges('reader-plain')
  })

  it('lets several workers of one durable share the work', async () => {
    start('reader-shared')
    start('reader-shared')
    start('reader-shared')
    await addMany('shared', 10, 30)
    await converges('reader-shared')
  })

  it('brings many at once to who handles them together, and an event that spoils them alone', async () => {
    const sizes: number[] = []
    let poisoned = true
    await start('reader-together').stop()
    await addMany('together', 20, 10)
    const consumer = createDurableConsumer({
      pool: reader.pool,
      broker,
      name: 'reader-together',
      owner: 'counters',
      noun: 'counter',
      log,
      async handleAll(tx, events) {
        sizes.push(events.length)
        if (
          poisoned &&
          events.some(({ subject, streamversion }) => subject.endsWith('together-0') && streamversion === 2)
        )
          throw new Error('cannot read this')
        for (const event of events) await addUp('reader-together', tx, event)
      },
    })
    running.push(consumer)
    await until(
      () => seenBy('reader-together'),
      (totals) => totals.get('counter.together-19')?.total === 10,
    )
    expect((await seenBy('reader-together')).get('counter.together-0')?.versions).toEqual([1])
    expect(Math.max(...sizes)).toBeGreaterThan(20)
    poisoned = false
    await until(
      () => consumer.replayParked(),
      (left) => left === 0,
    )
    await converges('reader-together')
  })

  it('gives a stopped consumer its backlog in order', async () => {
    await start('reader-away').stop()
    await addMany('away', 5, 20)
    start('reader-away')
    await converges('reader-away')
  })

  it('holds events back while the relay is paused and loses none', async () => {
    start('reader-paused')
    relay.pause()
    await addMany('paused', 3, 5)
    expect([...(await seenBy('reader-paused')).keys()].filter((counter) => counter.includes('paused'))).toEqual([])
    relay.resume()
    await converges('reader-paused')
  })

  it('parks the stream of an event that cannot be processed, lets others flow, and replays it', async () => {
    let poisoned = true
    const consumer = start('reader-parked', async (tx, event) => {
      if (poisoned && event.subject === 'counter.poison-0' && event.streamversion === 2)
        throw new Error('cannot read this')
      await addUp('reader-parked', tx, event)
    })
    await addMany('poison', 2, 5)
    const seen = await until(
      () => seenBy('reader-parked'),
      (totals) => totals.get('counter.poison-1')?.total === 5,
    )
    expect(seen.get('counter.poison-0')?.versions).toEqual([1])
    const parked = await until(
      async () =>
        (await reader.pool.query(`select version, cause from parked where consumer = 'reader-parked' order by version`))
          .rows,
      (rows) => rows.length === 4,
    )
    expect(parked[0]).toMatchObject({ version: 2, cause: 'Error: cannot read this' })
    poisoned = false
    expect(await consumer.replayParked()).toBe(0)
    await converges('reader-parked')
  })

  it.each([
    ['an application error with the word timeout in it', async () => Promise.reject(new Error('payment timeout'))],
    [
      'a statement that the database cancels',
      async (tx: Transaction) => {
        await tx.query('set local statement_timeout = 20')
        await tx.query('select pg_sleep(5)')
      },
    ],
  ])('parks only the stream of %s', async (_, fail) => {
    const name = `reader-timeout-${runs++}`
    const consumer = start(name, async (tx, event) => {
      if (event.subject === `counter.${name}-0`) await fail(tx)
      await addUp(name, tx, event)
    })
    await addMany(name, 2, 3)
    await until(
      () => seenBy(name),
      (totals) => totals.get(`counter.${name}-1`)?.total === 3,
    )
    expect(
      await until(
        () => consumer.replayParked(),
        (left) => left === 3,
      ),
    ).toBe(3)
  })

  it('ignores a message that is not JSON and goes on', async () => {
    start('reader-malformed')
    await broker.js.publish('counters.counter.malformed.added', new TextEncoder().encode('{'))
    await addMany('malformed', 1, 1)
    await converges('reader-malformed')
    const skipped = said.filter(({ msg }) => msg === 'malformed message ignored')
    expect(skipped).toContainEqual(expect.objectContaining({ reader: 'reader-malformed' }))
    await until(
      async () => (await broker.jsm.consumers.info('counters', 'reader-malformed')).num_ack_pending,
      (unacknowledged) => unacknowledged === 0,
    )
  })

  it('shows operators what is pending, parked and unpublished', async () => {
    const metrics = new Registry()
    const paused = createOutboxRelay({ pool: owner.pool, broker, owner: 'counters', log, metrics })
    running.push(paused)
    const poisoned = async (_: Transaction, { subject }: Envelope) => {
      if (subject === 'counter.measured-0') throw new Error('cannot read this')
    }
    await start('reader-measured', poisoned, metrics).stop()
    relay.pause()
    await until(
      async () => (await owner.pool.query('select 1 from events where not published')).rowCount,
      (left) => left === 0,
    )
    await addMany('measured', 1, 3)
    const text = await metrics.metrics().finally(() => relay.resume())
    expect(text).toMatch(/^fernweh_outbox_events 3$/m)
    expect(text).toMatch(/^fernweh_outbox_oldest_seconds \d/m)
    await until(
      () => metrics.metrics(),
      (text) => /^fernweh_outbox_events 0$/m.test(text) && /fernweh_consumer_pending_events\{.*\} [1-9]/.test(text),
    )
    start('reader-measured', poisoned)
    await until(
      () => metrics.metrics(),
      (text) =>
        text.includes('fernweh_parked_streams{consumer="reader-measured"} 1') &&
        text.includes('fernweh_consumer_pending_events{consumer="reader-measured"} 0'),
      // A message that was on its way to the stopped consumer is delivered again after its acknowledgement wait.
      60_000,
    )
  }, 120_000)

  it('brings an event again that could be neither processed nor parked', async () => {
    let poisoned = false
    start('reader-neither', async (tx, event) => {
      if (poisoned) throw new Error('cannot read this')
      await addUp('reader-neither', tx, event)
    })
    await converges('reader-neither')
    await reader.pool.query(`alter table parked add constraint no_room check (consumer <> 'reader-neither')`)
    poisoned = true
    await addMany('neither', 3, 5)
    await until(() => said.some(({ msg }) => msg.startsWith('event neither processed nor parked')), Boolean)
    poisoned = false
    await converges('reader-neither')
    await reader.pool.query('alter table parked drop constraint no_room')
  })
})

describe('a follower in memory', () => {
  it('reads everything from the beginning and says when it has caught up', async () => {
    const totals = new Map<string, number>()
    const follower: InMemoryConsumer = createInMemoryConsumer({
      broker,
      owner: 'counters',
      noun: 'counter',
      name: 'test-follower',
      log,
      apply: (event: Envelope) =>
        void totals.set(event.subject, (totals.get(event.subject) ?? 0) + (event.data as { amount: number }).amount),
    })
    running.push(follower)
    await until(() => follower.caughtUp(), Boolean)
    await addMany('followed', 4, 4)
    const expected = await truth()
    await until(
      () => [...totals].sort(),
      (now) => JSON.stringify(now) === JSON.stringify([...expected].sort()),
    )
  })
})

describe('when the broker fails', () => {
  const followAll = () => {
    const versions = new Map<string, number[]>()
    running.push(
      createInMemoryConsumer({
        broker,
        owner: 'counters',
        noun: 'counter',
        name: 'test-follower',
        log,
        apply: (event) =>
          void versions.set(event.subject, [...(versions.get(event.subject) ?? []), event.streamversion]),
      }),
    )
    return versions
  }

  it('nothing is lost when it is killed under load', async () => {
    start('reader-killed')
    const adding = addMany('killed', 20, 20)
    await nats.kill()
    await adding
    await nats.start()
    await converges('reader-killed')
  }, 40_000)

  it('everything converges when its whole store is deleted under load', async () => {
    start('reader-wiped')
    const followed = followAll()
    await addMany('wiped-before', 10, 5)
    await converges('reader-wiped')
    const adding = addMany('wiped-during', 10, 20)
    await nats.kill()
    await nats.deleteStore()
    await adding
    await nats.start()
    await addMany('wiped-after', 5, 5)
    await converges('reader-wiped')
    const expected = await truth()
    await until(
      () => [...followed].reduce((sum, [, versions]) => sum + versions.length, 0),
      (n) => n >= [...expected.values()].reduce((a, b) => a + b, 0),
    )
    for (const versions of followed.values()) expect(versions).toEqual(versions.map((_, i) => i + 1))
  }, 60_000)

  it('everything converges when an older copy of its store comes back and sequences are used again', async () => {
    start('reader-older')
    await addMany('older-before', 5, 5)
    await converges('reader-older')
    await nats.kill()
    await nats.saveStore()
    await nats.start()
    await addMany('older-lost', 10, 10)
    await converges('reader-older')
    // A reader that was away when the events were lost can only get them by their being published again.
    const late = start('reader-late')
    await late.stop()
    await nats.kill()
    await nats.restoreStore()
    await nats.start()
    await addMany('older-after', 5, 40)
    start('reader-late')
    await converges('reader-older')
    await converges('reader-late')
  }, 60_000)
})
