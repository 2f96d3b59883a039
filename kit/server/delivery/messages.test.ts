import { Registry } from 'prom-client'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { createTestContext } from '../../testing/process.ts'
import { startTestNats } from '../../testing/test-nats.ts'
import { toEnvelope } from '../../testing/test-owner.ts'
import { until } from '../../testing/until.ts'
import { jsonCodec } from './broker.ts'
import { eventOf, readMessage, request, subscribe } from './messages.ts'

const booking = z.object({ seats: z.int() })
const subject = 'tables.table.1.booked'
const message = (text: string) => ({ data: new TextEncoder().encode(text), subject })

it('a message is read as JSON, with what its schema does not name', () => {
  const { context } = createTestContext()
  const read = readMessage(message('{"seats":2,"note":"window"}'), booking, { reader: 'views', log: context.log })
  expect(read).toEqual({ seats: 2, note: 'window' })
})

it.each(['', '{', 'nonsense', '\u0000', 'null', '7', '[]', '{"seats":"two"}', '{"seats":null}'])(
  'one that reads %j is ignored, logged and counted by its reader',
  async (text) => {
    const { context, lines } = createTestContext()
    const metrics = new Registry()
    const reader = `views of ${text}`
    expect(readMessage(message(text), booking, { reader, log: context.log, metrics })).toBeNull()
    expect(lines).toMatchObject([{ level: 'error', reader, subject, msg: 'malformed message ignored' }])
    expect(await metrics.metrics()).toMatch(/^fernweh_malformed_messages_total\{reader=".*"\} 1$/m)
  },
)

it('a flood of them is counted one by one and logged once', async () => {
  const { context, lines } = createTestContext()
  const metrics = new Registry()
  const reader = { reader: 'flooded', log: context.log, metrics }
  for (let i = 0; i < 500; i++) readMessage(message('{'), booking, reader)
  expect(lines.length).toBeLessThan(5)
  expect(await metrics.metrics()).toContain('fernweh_malformed_messages_total{reader="flooded"} 500')
})

it('an event is read by consumers of its owner and noun, and by no others', () => {
  const { context } = createTestContext()
  const event = toEnvelope({ type: 'fernweh.tables.booked', version: 1 }, 'tables', 'table.1', 1, {})
  const data = jsonCodec.encode(event)
  const read = (schema: z.ZodType) => readMessage({ data, subject }, schema, { reader: 'any', log: context.log })
  expect([eventOf('tables', 'table'), eventOf('tables')].map(read)).toEqual([event, event])
  expect([eventOf('chairs', 'table'), eventOf('tables', 'tab')].map(read)).toEqual([null, null])
})

it('what a handler throws is logged and ends nothing', async () => {
  const nats = await startTestNats()
  try {
    const broker = await nats.connect()
    const { context, lines } = createTestContext()
    const seen: number[] = []
    subscribe({ broker, subject: 'orders', schema: z.int(), reader: 'orders', log: context.log }, (order) => {
      if (order === 1) throw new Error('cannot do this')
      seen.push(order)
    })
    for (const order of [1, 2]) broker.nc.publish('orders', jsonCodec.encode(order))
    await until(
      () => seen,
      (orders) => orders.includes(2),
    )
    expect(lines).toMatchObject([{ level: 'error', subject: 'orders', msg: 'message not handled' }])
  } finally {
    await nats.close()
  }
})

it('an answer that is not what was asked for is an error', async () => {
  const nats = await startTestNats()
  try {
    const broker = await nats.connect()
    broker.nc.subscribe('question', { callback: (_, message) => message.respond(jsonCodec.encode('no number')) })
    const asked = request(broker, 'question', 1, { schema: z.int(), timeoutMs: 5_000 })
    await expect(asked).rejects.toThrow(z.ZodError)
  } finally {
    await nats.close()
  }
})
