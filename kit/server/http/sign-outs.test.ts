import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { createTestContext } from '../../testing/process.ts'
import { startTestNats, type TestNats } from '../../testing/test-nats.ts'
import { publishSignOut } from '../../testing/test-owner.ts'
import { until } from '../../testing/until.ts'
import type { Broker } from '../delivery/broker.ts'
import { IDENTITY_MINUTES } from './identity.ts'
import { trackSignOuts } from './sign-outs.ts'

let nats: TestNats
let broker: Broker
beforeAll(async () => {
  nats = await startTestNats()
  broker = await nats.connect()
})
afterEach(() => void vi.useRealTimers())
afterAll(() => nats.close())

const { context } = createTestContext()
const signOut = (signInId: string) => publishSignOut(broker, signInId)

it('an ended sign-in is known at once, and no other is', async () => {
  const told: string[] = []
  const ended = trackSignOuts(broker, context, (signInId) => told.push(signInId))
  broker.nc.publish('accounts.sign-in.s2.signed-in')
  signOut('s1')
  await until(() => ended.has('s1'), Boolean)
  expect([ended.has('s2'), told]).toEqual([false, ['s1']])
})

it('is forgotten when no identity of it can be valid any more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const ended = trackSignOuts(broker, context)
  signOut('s3')
  await broker.nc.flush()
  expect(ended.has('s3')).toBe(true)
  await vi.advanceTimersByTimeAsync(IDENTITY_MINUTES * 60_000 - 1)
  expect(ended.has('s3')).toBe(true)
  await vi.advanceTimersByTimeAsync(1)
  expect(ended.has('s3')).toBe(false)
})
