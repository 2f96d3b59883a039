import { idempotencyKey, type Operation } from '@fernweh/contracts/api/operation'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { ApiFault, createApi, newKey, toApiUrl } from './api.ts'

function createBff(...answers: (Response | Error)[]) {
  const fetch = vi.fn(async (_url: string | URL | Request, _init?: RequestInit) => {
    const answer = answers.shift()
    if (answer instanceof Response) return answer
    throw answer ?? new TypeError('fetch failed')
  })
  const api = createApi('bookings', { fetch, pause: async () => {} })
  const call = (name: string, input = {}) => api<Operation>(name, input as never)
  return { call, fetch, request: (at = 0) => fetch.mock.calls[at] as [string, RequestInit] }
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })

test('calls its own bff, with the idempotency key and the header that no form can send', async () => {
  const bff = createBff(json(200, { holdId: 'h1' }))
  const input = { params: { id: 'a b' }, query: { q: 'x', none: undefined }, body: { seats: 2 }, key: 'key-12345' }
  expect(await bff.call('POST /sessions/:id/holds', input)).toEqual({ holdId: 'h1' })
  const [url, { method, headers, body }] = bff.request()
  expect([url, method, body]).toEqual(['/api/bookings/sessions/a%20b/holds?q=x', 'POST', '{"seats":2}'])
  expect(headers).toMatchObject({
    'x-fernweh': '1',
    'idempotency-key': 'key-12345',
    'content-type': 'application/json',
  })
})

test('a refusal is an answer', async () => {
  const { call } = createBff(json(409, { refused: 'session-full' }))
  expect(await call('POST /holds')).toEqual({ refused: 'session-full' })
})

test.each([
  [json(400, { invalid: [{ field: 'seats', problem: 'too many' }] }), 'invalid'],
  [json(401, {}), 'signed-out'],
  [json(403, { refused: 'forbidden' }), 'failed'],
  [json(500, {}), 'failed'],
  [new Response('<html>', { status: 200 }), 'failed'],
  [new TypeError('fetch failed'), 'offline'],
  [new DOMException('late', 'TimeoutError'), 'timeout'],
])('everything else is a fault %#', async (answer, why) => {
  const fault = await createBff(answer)
    .call('POST /holds')
    .catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(ApiFault)
  expect(fault).toMatchObject({ why })
})

test('a read is tried twice, a command once', async () => {
  const reads = createBff(json(503, {}), json(200, { found: [] }))
  expect(await reads.call('GET /experiences')).toEqual({ found: [] })
  const commands = createBff(json(503, {}), json(200, {}))
  await expect(commands.call('POST /holds', { key: 'key-12345' })).rejects.toThrow(ApiFault)
  expect([reads.fetch.mock.calls.length, commands.fetch.mock.calls.length]).toEqual([2, 1])
})

test('a read that was refused or malformed is not tried again', async () => {
  const bff = createBff(json(400, { invalid: [] }), json(200, {}))
  await expect(bff.call('GET /experiences')).rejects.toThrow(ApiFault)
  expect(bff.fetch).toHaveBeenCalledTimes(1)
})

test('a read that fails twice is a fault, after one wait', async () => {
  const waits = vi.fn(async () => {})
  const fetch = vi.fn(async () => json(503, {}))
  const api = createApi('bookings', { fetch, pause: waits })
  await expect(api<Operation>('GET /experiences')).rejects.toMatchObject({ why: 'failed', status: 503 })
  expect([fetch.mock.calls.length, waits.mock.calls.length]).toEqual([2, 1])
})

test.each([
  ['offline', new TypeError('fetch failed'), 2],
  ['late', new DOMException('late', 'TimeoutError'), 1],
  ['out of order', json(500, {}), 1],
])('a read that is %s is asked for again only where that helps', async (_, answer, times) => {
  const bff = createBff(answer, json(200, {}))
  await bff.call('GET /experiences').catch(() => {})
  expect(bff.fetch).toHaveBeenCalledTimes(times)
})

test('a request without a body says nothing of one, and a command without a key names none', async () => {
  const bff = createBff(json(200, {}))
  await bff.call('POST /sign-outs')
  const [, { headers, body }] = bff.request()
  expect([headers, body]).toEqual([{ accept: 'application/json', 'x-fernweh': '1' }, undefined])
})

test('what was typed in an address arrives as it was typed, and leads nowhere else', () => {
  const value = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(value, value, (id, words) => {
      const url = new URL(toApiUrl('search', '/experiences/:id', { id }, { q: words }), 'http://here')
      expect(url.origin).toBe('http://here')
      expect(url.searchParams.get('q')).toBe(words)
      if (id !== '' && id !== '.' && id !== '..')
        expect(decodeURIComponent(url.pathname.slice('/api/search/experiences/'.length))).toBe(id)
    }),
  )
})

test('a key is fresh each time and has the form of the contract', () => {
  const keys = Array.from({ length: 100 }, newKey)
  expect(new Set(keys).size).toBe(100)
  for (const key of keys) expect(idempotencyKey.parse(key)).toBe(key)
})
