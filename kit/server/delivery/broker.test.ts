import { ErrorCode, NatsError } from 'nats'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestContext } from '../../testing/process.ts'
import { startTestNats, type TestNats } from '../../testing/test-nats.ts'
import { toEnvelope } from '../../testing/test-owner.ts'
import {
  type Broker,
  decodeMessage,
  ensureStream,
  isBrokerFault,
  jsonCodec,
  POSITION_HEADER,
  publishEvent,
} from './broker.ts'

it.each([ErrorCode.Timeout, ErrorCode.NoResponders, ErrorCode.ConnectionClosed, ErrorCode.Disconnect])(
  'takes %s for a fault of the broker',
  (code) => {
    expect(isBrokerFault(new NatsError('x', code))).toBe(true)
  },
)

it.each([
  new NatsError('x', ErrorCode.MaxPayloadExceeded),
  new NatsError('x', ErrorCode.BadJson),
  Object.assign(new Error('x'), { name: 'NatsError', code: '503' }),
  new Error('503'),
])('does not take %s for a fault of the broker', (error) => {
  expect(isBrokerFault(error)).toBe(false)
})

describe('a message', () => {
  const message = (text: string) => ({ data: new TextEncoder().encode(text), subject: 'tables.table.1.booked' })

  it('is read as JSON', () => {
    const { context } = createTestContext()
    expect(decodeMessage(message('{"seats":2}'), { reader: 'views', log: context.log })).toEqual({ seats: 2 })
  })

  it.each(['', '{', 'nonsense', '\u0000'])(
    'that is not JSON, %j, is skipped, logged and counted by its reader',
    async (text) => {
      const { context, lines } = createTestContext()
      const metrics = new Registry()
      expect(decodeMessage(message(text), { reader: 'views', log: context.log, metrics })).toBeNull()
      expect(lines).toMatchObject([{ level: 'error', reader: 'views', subject: 'tables.table.1.booked' }])
      expect(await metrics.metrics()).toContain('fernweh_malformed_messages_total{reader="views"} 1')
    },
  )
})

describe('the stream of an owner', () => {
  let nats: TestNats
  let broker: Broker
  beforeAll(async () => {
    nats = await startTestNats()
    broker = await nats.connect()
  })
  afterAll(() => nats.close())

  const table = { type: 'fernweh.tables.booked', noun: 'table', version: 1, data: null as never, upcasts: {} }

  it('is made when it is missing, also by several at once, and kept when it is there', async () => {
    const [first, second] = await Promise.all([ensureStream(broker, 'tables'), ensureStream(broker, 'tables')])
    const later = await ensureStream(broker, 'tables')
    expect([second.created, later.created]).toEqual([first.created, first.created])
    expect(later.config.subjects).toEqual(['tables.>'])
  })

  it('holds an event once, however often it is published, with its position', async () => {
    await ensureStream(broker, 'tables')
    const event = toEnvelope(table, 'tables', 'table.1', 1, { seats: 2 })
    const [one, other] = [await publishEvent(broker, 41, event), await publishEvent(broker, 41, event)]
    expect([one.duplicate, other.duplicate, other.seq]).toEqual([false, true, one.seq])
    const stored = await broker.jsm.streams.getMessage('tables', { seq: one.seq })
    expect([stored.subject, stored.header.get(POSITION_HEADER)]).toEqual(['tables.table.1.booked', '41'])
    expect(jsonCodec.decode(stored.data)).toEqual(event)
  })

  it('that cannot be looked up is an error, not a new stream', async () => {
    await expect(ensureStream(broker, 'no such name')).rejects.toThrow()
  })
})
