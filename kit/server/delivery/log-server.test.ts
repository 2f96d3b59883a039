import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestContext } from '../../testing/process.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { startTestNats, type TestNats } from '../../testing/test-nats.ts'
import { transaction } from '../database/database.ts'
import { append } from '../event-log/event-log.ts'
import { type Broker, isBrokerFault } from './broker.ts'
import { fetchOwnerLog, serveLog } from './log-server.ts'

let nats: TestNats
let reader: Broker
let database: TestDatabase
beforeAll(async () => {
  nats = await startTestNats()
  database = await createTestDatabase()
  reader = await nats.connect('reader')
  // Two instances: one of them answers.
  for (const name of ['first', 'second'])
    serveLog({
      broker: await nats.connect(name),
      pool: database.pool,
      owner: 'tables',
      log: createTestContext().context.log,
    })
  await transaction(database.pool, (tx) =>
    append(
      tx,
      Array.from({ length: 450 }, (_, i) => ({
        stream: 'table.1',
        version: i + 1,
        type: 'fernweh.tables.booked',
        schemaVersion: 1,
        data: {},
        meta: { correlationId: 'r1' },
      })),
    ),
  )
})
afterAll(async () => {
  await nats.close()
  await database.drop()
})

const versionsAfter = async (after: number, stream = 'table.1') =>
  (await fetchOwnerLog(reader, 'tables', { stream, after })).map(({ streamversion }) => streamversion)

describe('the log of an owner', () => {
  it('gives a stream after a version, in pieces from the oldest on', async () => {
    const all: number[] = []
    for (let piece = await versionsAfter(100); piece.length > 0; piece = await versionsAfter(all.at(-1) ?? 0)) {
      expect(piece.length).toBeLessThanOrEqual(200)
      all.push(...piece)
    }
    expect(all).toEqual(Array.from({ length: 350 }, (_, i) => i + 101))
  })

  it('is empty after the head and for a stream that does not exist', async () => {
    expect(await versionsAfter(450)).toEqual([])
    expect(await versionsAfter(0, 'table.9')).toEqual([])
  })

  it('goes on answering after a request that makes no sense', async () => {
    reader.nc.publish('log.tables', new TextEncoder().encode('{'))
    reader.nc.publish('log.tables', new TextEncoder().encode('null'))
    expect(await versionsAfter(449)).toEqual([450])
  })

  it('of an owner that is away cannot be read, which is a fault of the broker and passes', async () => {
    const fault = await fetchOwnerLog(reader, 'nobody', { stream: 'table.1', after: 0 }).catch((error) => error)
    expect(isBrokerFault(fault)).toBe(true)
  })
})
