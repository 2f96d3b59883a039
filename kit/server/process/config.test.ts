import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createKeys } from '../../testing/process.ts'
import { internalEnv, originSchema, processEnv, publicOriginSchema, readConfig, urlListSchema } from './config.ts'

const shape = processEnv.extend({ SERVICE_URLS: urlListSchema, PUBLIC_ORIGIN: originSchema })
const good = {
  PORT: '5001',
  OPS_TOKEN: 'secret-enough',
  NATS_URL: 'nats://127.0.0.1:4222',
  SERVICE_URLS: 'http://127.0.0.1:6001, http://127.0.0.1:6002',
  PUBLIC_ORIGIN: 'https://fernweh.example',
}

describe('the environment', () => {
  it('is read once, with defaults', () => {
    expect(readConfig(shape, good)).toMatchObject({
      PORT: 5001,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      SERVICE_URLS: ['http://127.0.0.1:6001', 'http://127.0.0.1:6002'],
    })
  })

  it('names every bad variable in one error', () => {
    const bad = {
      ...good,
      PORT: 'ninety',
      OPS_TOKEN: undefined,
      SERVICE_URLS: 'nowhere',
      PUBLIC_ORIGIN: 'https://a.example/path',
    }
    const read = () => readConfig(shape, bad)
    for (const name of ['PORT', 'OPS_TOKEN', 'SERVICE_URLS', 'PUBLIC_ORIGIN']) expect(read).toThrow(name)
    expect(read).not.toThrow(/NATS_URL/)
  })

  it('takes a public key and refuses anything else', () => {
    const pem = createKeys().publicKey.export({ type: 'spki', format: 'pem' })
    const key = z.object({ IDENTITY_PUBLIC_KEY: internalEnv.shape.IDENTITY_PUBLIC_KEY })
    const read = readConfig(key, { IDENTITY_PUBLIC_KEY: Buffer.from(pem).toString('base64') })
    expect(read.IDENTITY_PUBLIC_KEY.asymmetricKeyType).toBe('ed25519')
    expect(() => readConfig(key, { IDENTITY_PUBLIC_KEY: 'bm9pc2U=' })).toThrow('IDENTITY_PUBLIC_KEY')
  })
})

describe('an origin', () => {
  const problems = (text: string, schema = publicOriginSchema) =>
    schema.safeParse(text).error?.issues.map(({ message }) => message) ?? []

  it.each([
    'https://a.example',
    'https://a.example:8443',
    'http://localhost:4000',
    'http://a.localhost',
    'http://127.9.9.9',
    'http://[::1]:1',
  ])('that people open may be %s', (origin) => expect(problems(origin)).toEqual([]))

  it.each([
    'http://a.example',
    'http://192.168.0.7:4000',
    'http://localhost.example',
    'http://notlocalhost',
    'http://[::2]',
  ])('that people open may not be %s, since browsers would keep no session of it', (origin) =>
    expect(problems(origin)).toEqual([expect.stringContaining('use https')]),
  )

  it('of a server that is called may be plain http anywhere', () => {
    expect(problems('http://10.0.0.7:8000', originSchema)).toEqual([])
  })

  it.each([
    '',
    'a.example',
    'ftp://a.example',
    'https://a.example/',
    'https://a.example/b',
    'https://ann@a.example',
    'https://a.example:443',
  ])('is not %j, for one reason', (text) => expect(problems(text)).toHaveLength(1))
})
