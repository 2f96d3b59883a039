import { ErrorCode, NatsError } from 'nats'
import { expect, it } from 'vitest'
import { isBrokerFault } from './broker.ts'

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
