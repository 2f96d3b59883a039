import { generateKeyPairSync } from 'node:crypto'
import { verifyIdentity } from '@fernweh/kit/server/http/identity'
import { type Upstream, UpstreamFault } from '@fernweh/kit/server/http/upstream'
import type { Response } from 'express'
import { expect, test } from 'vitest'
import { cookieName, createSessions, readCookie } from './sessions.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const ann = { sub: 'ann', role: 'traveller', sid: 's1' } as const

function stage() {
  const accounts = { asked: 0, down: false, signedOut: false }
  const clock = { now: 0 }
  const signOuts = new Set<string>()
  const upstream = {
    name: 'accounts',
    async request() {
      accounts.asked += 1
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
    now: () => clock.now,
  })
  return { accounts, clock, sessions, signOuts, identify: () => sessions.identify('a=b; __Host-fernweh-4000=token-1') }
}

test('a token becomes a signed identity, asked for once in five seconds', async () => {
  const { accounts, clock, identify } = stage()
  expect(await verifyIdentity((await identify()) ?? '', publicKey)).toMatchObject(ann)
  clock.now = 4999
  await identify()
  expect(accounts.asked).toBe(1)
  clock.now = 5001
  await identify()
  expect(accounts.asked).toBe(2)
})

test('nobody is asked about no cookie', async () => {
  const { accounts, sessions } = stage()
  expect(await sessions.identify('other=1')).toBeNull()
  expect(accounts.asked).toBe(0)
})

test('signing out counts at once', async () => {
  const { signOuts, identify } = stage()
  await identify()
  signOuts.add('s-of-somebody-else')
  expect(await identify()).not.toBeNull()
  signOuts.add('s1')
  expect(await identify()).toBeNull()
})

test('signing out counts while the answer about the session is on its way', async () => {
  const { signOuts, identify } = stage()
  const asked = identify()
  signOuts.add('s1')
  expect(await asked).toBeNull()
})

test('with accounts down, who was known stays known for five minutes; a stranger is a fault', async () => {
  const { accounts, clock, sessions, identify } = stage()
  await identify()
  accounts.down = true
  clock.now = 60_000
  expect(await identify()).not.toBeNull()
  clock.now = 6 * 60_000
  await expect(identify()).rejects.toThrow(UpstreamFault)
  await expect(sessions.identify('__Host-fernweh-4000=token-2')).rejects.toThrow(UpstreamFault)
})

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax'
const gone = `__Host-fernweh-4000=; ${attributes}; Max-Age=0`

test('the cookie is for this host only, out of reach of scripts, and goes when the session does', () => {
  const { sessions } = stage()
  const response = createAnswer()
  sessions.set(response, 't1')
  expect(response.headers['set-cookie']).toBe(`__Host-fernweh-4000=t1; ${attributes}; Max-Age=2592000`)
  sessions.set(response, '')
  expect(response.headers['set-cookie']).toBe(gone)
})

test('a browser whose session ended elsewhere is told, and lets go of what it kept', async () => {
  const { signOuts, sessions } = stage()
  const told = async (cookies: string) => {
    const response = createAnswer()
    await sessions.identifyFor(response, cookies)
    return response.headers
  }
  const cookies = '__Host-fernweh-4000=token-1'
  expect(await told(cookies)).toEqual({})
  signOuts.add('s1')
  expect(await told(cookies)).toEqual({
    'set-cookie': gone,
    'clear-site-data': '"prefetchCache", "prerenderCache", "storage"',
  })
  expect(await told('')).toEqual({})
})

test('a browser keeps everything while nobody can say whether its session ended', async () => {
  const { accounts, sessions } = stage()
  accounts.down = true
  const response = createAnswer()
  await expect(sessions.identifyFor(response, '__Host-fernweh-4000=token-1')).rejects.toThrow(UpstreamFault)
  expect(response.headers).toEqual({})
})

test('two copies on other ports have other cookies', () => {
  expect(cookieName('http://localhost:4000')).not.toBe(cookieName('http://localhost:4001'))
  expect(cookieName('https://fernweh.example')).toBe('__Host-fernweh-443')
  expect(readCookie('__Host-fernweh-4001=x', cookieName('http://localhost:4000'))).toBeNull()
})

function createAnswer() {
  const headers: Record<string, unknown> = {}
  const setHeader = (name: string, value: unknown) => Object.assign(headers, { [name]: value })
  return { headers, setHeader } as unknown as Response & { headers: typeof headers }
}
