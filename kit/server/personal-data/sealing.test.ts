import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestContext } from '../../testing/process.ts'
import { startTestNats, type TestNats } from '../../testing/test-nats.ts'
import type { Broker } from '../delivery/broker.ts'
import { createKeyring, newSealingKey, seal, serveKeys, unseal } from './sealing.ts'

const key = newSealingKey()
const sealed = seal('Ann Öberg', 'ann', key)
const flip = (base64: string) => {
  const bytes = Buffer.from(base64, 'base64')
  bytes[0] = (bytes[0] as number) ^ 1
  return bytes.toString('base64')
}

describe('a seal', () => {
  it('opens with its key', () => expect(unseal(sealed, key)).toBe('Ann Öberg'))

  it('never looks the same twice', () => expect(seal('Ann Öberg', 'ann', key).data).not.toBe(sealed.data))

  it.each([
    ['another key', sealed, newSealingKey()],
    ['another person', { ...sealed, person: 'bob' }, key],
    ['another iv', { ...sealed, iv: flip(sealed.iv) }, key],
    ['changed data', { ...sealed, data: flip(sealed.data) }, key],
    ['no data', { ...sealed, data: '' }, key],
  ])('stays shut with %s', (_, given, by) => expect(() => unseal(given, by)).toThrow())
})

describe('a keyring', () => {
  let nats: TestNats
  let broker: Broker
  let requested: string[][]
  const keys = new Map([['ann', key]])
  let at = 0

  beforeAll(async () => {
    nats = await startTestNats()
    broker = await nats.connect()
    requested = []
    serveKeys({ broker, subject: 'keys.people', log: createTestContext().context.log }, async (persons) => {
      requested.push(persons)
      return keys
    })
  })
  afterAll(() => nats.close())
  const ring = (subject = 'keys.people') => createKeyring({ broker, subject, keepMs: 1000, now: () => at })

  it('asks once for a batch, and not again for what it knows', async () => {
    at = 5000
    const keyring = ring()
    expect(await keyring.unseal([sealed, sealed, { ...sealed, person: 'bob' }])).toEqual([
      'Ann Öberg',
      'Ann Öberg',
      null,
    ])
    expect(await keyring.unseal([sealed])).toEqual(['Ann Öberg'])
    expect(requested).toEqual([['ann', 'bob']])
  })

  it('counts the keys it had and those it had to fetch', async () => {
    const metrics = new Registry()
    const keyring = createKeyring({ broker, subject: 'keys.people', metrics })
    await keyring.unseal([sealed, sealed])
    await keyring.unseal([sealed])
    const text = await metrics.metrics()
    expect(text).toContain('fernweh_cache_requests_total{cache="sealing-keys",result="hit"} 1')
    expect(text).toContain('fernweh_cache_requests_total{cache="sealing-keys",result="miss"} 1')
  })

  it('forgets a person who left within its time', async () => {
    const keyring = ring()
    await keyring.unseal([sealed])
    keys.delete('ann')
    expect(await keyring.unseal([sealed])).toEqual(['Ann Öberg'])
    at += 1000
    expect(await keyring.unseal([sealed])).toEqual([null])
    keys.set('ann', key)
  })

  it('goes on with what it knows while the owner of the keys is away', async () => {
    const keyring = ring()
    await keyring.unseal([sealed])
    at += 10_000
    const answer = broker.nc.request
    broker.nc.request = () => Promise.reject(new Error('nobody answers'))
    expect(await keyring.unseal([sealed])).toEqual(['Ann Öberg'])
    broker.nc.request = answer
    expect(await ring('keys.nobody').unseal([sealed])).toEqual([null])
  })

  it('tells who has left from who cannot be asked about', async () => {
    const ofBob = { ...sealed, person: 'bob' }
    expect(await ring().unsealForGood([sealed, ofBob])).toEqual(['Ann Öberg', null])
    await expect(ring('keys.nobody').unsealForGood([sealed])).rejects.toThrow('cannot be had')
  })
})
