import { ErrorCode, NatsError } from 'nats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestNats, type TestNats } from '../../testing/test-nats.ts'
import { toEnvelope } from '../../testing/test-owner.ts'
import { type Broker, ensureStream, isBrokerFault, jsonCodec, POSITION_HEADER, publishEvent } from './broker.ts'

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
