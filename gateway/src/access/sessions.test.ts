import { generateKeyPairSync } from 'node:crypto'
import { verifyIdentity } from '@fernweh/kit/server/http/identity'
import { type Upstream, UpstreamFault } from '@fernweh/kit/server/http/upstream'
import type { Response } from 'express'
import { expect, test } from 'vitest'
import { readCookie } from './cookies.ts'
import { cookieName, createSessions } from './sessions.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const ann = { sub: 'ann', role: 'traveller', sid: 's1' } as const

function createStage({ maxKnown = 100 } = {}) {
  const accounts = { requests: 0, down: false, signedOut: false }
  const clock = { now: 0 }
  const signOuts = new Set<string>()
  const upstream = {
    name: 'accounts',
    async request() {
      accounts.requests += 1
      if (accounts.down) throw new UpstreamFault('accounts', 'down')
      const body = accounts.signedOut ? { refused: 'signed-out' } : { identity: ann }
      return { statusCode: accounts.signedOut ? 409 : 200, body: { text: async () => JSON.stringify(body) } }
    },
  } as unknown as Upstream
  const sessions = createSessions({
    accounts: upstream,
    privateKey,
    origin: 'http://localhost:4000',
    signOuts,
    maxKnown,
    now: () => clock.now,
  })
  return { accounts, clock, sessions, signOuts, identify: () => sessions.identify('a=b; __Host-fernweh-4000=token-1') }
}

test('a token becomes a signed identity, requested once in five seconds', async () => {
  const { accounts, clock, identify } = createStage()
  expect(await verifyIdentity((await identify()) ?? '', publicKey)).toMatchObject(ann)
  clock.now = 4999
  await identify()
  expect(accounts.requests).toBe(1)
  clock.now = 5001
  await identify()
  expect(accounts.requests).toBe(2)
})

test('without a cookie accounts is not asked', async () => {
  const { accounts, sessions } = createStage()
  expect(await sessions.identify('other=1')).toBeNull()
  expect(accounts.requests).toBe(0)
})

test('signing out counts at once', async () => {
  const { signOuts, identify } = createStage()
  await identify()
  signOuts.add('s-of-somebody-else')
  expect(await identify()).not.toBeNull()
  signOuts.add('s1')
  expect(await identify()).toBeNull()
})

test('signing out counts even while the answer about the session is on its way', async () => {
  const { signOuts, identify } = createStage()
  const pending = identify()
  signOuts.add('s1')
  expect(await pending).toBeNull()
})

test('with accounts down a known session stays valid for five minutes; an unknown one is a fault', async () => {
  const { accounts, clock, sessions, identify } = createStage()
  await identify()
  accounts.down = true
  clock.now = 60_000
  expect(await identify()).not.toBeNull()
  clock.now = 6 * 60_000
  await expect(identify()).rejects.toThrow(UpstreamFault)
  await expect(sessions.identify('__Host-fernweh-4000=token-2')).rejects.toThrow(UpstreamFault)
})

const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax'
const removed = `__Host-fernweh-4000=; Max-Age=0; ${attributes}`

test('the cookie is for this host only, out of reach of scripts, and goes when the session does', () => {
  const { sessions } = createStage()
  const response = createResponse()
  sessions.set(response, 't1')
  expect(response.headers['set-cookie']).toBe(`__Host-fernweh-4000=t1; Max-Age=2592000; ${attributes}`)
  sessions.set(response, '')
  expect(response.headers['set-cookie']).toBe(removed)
})

test('a session that ended elsewhere is removed from the browser, with what it kept', async () => {
  const { signOuts, sessions } = createStage()
  const headersFor = async (cookies: string) => {
    const response = createResponse()
    await sessions.identifyFor(response, cookies)
    return response.headers
  }
  const cookies = '__Host-fernweh-4000=token-1'
  expect(await headersFor(cookies)).toEqual({})
  signOuts.add('s1')
  expect(await headersFor(cookies)).toEqual({
    'set-cookie': removed,
    'clear-site-data': '"prefetchCache", "prerenderCache", "storage"',
  })
  expect(await headersFor('')).toEqual({})
})

test('when too many sessions are known, the most recently used ones stay', async () => {
  const { accounts, sessions } = createStage({ maxKnown: 2 })
  const identify = (token: number) => sessions.identify(`__Host-fernweh-4000=token-${token}`)
  for (let token = 1; token <= 10; token++) await identify(token)
  expect(accounts.requests).toBe(10)
  await identify(9)
  await identify(10)
  expect(accounts.requests).toBe(10)
  await identify(1)
  expect(accounts.requests).toBe(11)
})

test('a browser keeps everything while accounts cannot say whether its session ended', async () => {
  const { accounts, sessions } = createStage()
  accounts.down = true
  const response = createResponse()
  await expect(sessions.identifyFor(response, '__Host-fernweh-4000=token-1')).rejects.toThrow(UpstreamFault)
  expect(response.headers).toEqual({})
})

test('gateways on different ports have different cookies', () => {
  expect(cookieName('http://localhost:4000')).not.toBe(cookieName('http://localhost:4001'))
  expect(cookieName('https://fernweh.example')).toBe('__Host-fernweh-443')
  expect(readCookie('__Host-fernweh-4001=x', cookieName('http://localhost:4000'))).toBeNull()
})

function createResponse() {
  const headers: Record<string, unknown> = {}
  const setHeader = (name: string, value: unknown) => Object.assign(headers, { [name]: value })
  return { headers, setHeader } as unknown as Response & { headers: typeof headers }
}
