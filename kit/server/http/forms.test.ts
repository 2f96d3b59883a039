import { operation } from '@fernweh/contracts/api/operation'
import { Router } from 'express'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { startTestProcess, type TestProcess } from '../../testing/process.ts'
import { IdempotencyKeyReused } from '../event-log/command-batcher.ts'
import { toPagePath } from '../fragments/fragments.ts'
import { readOutcome, withOutcome } from './form-outcome.ts'
import { formRoute, forwardForm, toLocalPath } from './forms.ts'
import { requireKey, route } from './http.ts'
import { requireIdentity } from './identity.ts'
import { createUpstream } from './upstream.ts'

const book = operation({
  name: 'POST /tables/:table',
  params: z.object({ table: z.string().max(5) }),
  body: z.object({ seats: z.int().min(1).max(8), wish: z.string().default('none') }),
  answer: z.object({ table: z.string(), seats: z.int(), wish: z.string() }),
  refusals: ['full'],
})
const leave = operation({ name: 'POST /leave', body: z.object({ next: z.string() }), answer: z.object({}) })

function left(setHeader: (name: string, value: string) => void) {
  setHeader('x-left', '1')
  return {}
}

let kitchen: TestProcess
let shop: TestProcess
beforeAll(async () => {
  kitchen = await startTestProcess((app) => {
    const taken = new Map<string, number>()
    route(app, book, async ({ params, body, ...request }) => {
      const key = requireKey(request)
      if (params.table === 'mine') requireIdentity(request)
      if (params.table === 'fire') throw new Error('the password is swordfish')
      if ((taken.get(key) ?? body.seats) !== body.seats) throw new IdempotencyKeyReused()
      taken.set(key, body.seats)
      return body.seats > 4 ? { refused: 'full' } : { table: params.table, ...body }
    })
  })
  shop = await startTestProcess((app, context) => {
    const upstream = createUpstream({ name: 'kitchen', urls: [kitchen.url], context })
    const api = Router()
    forwardForm(api, upstream, book, {
      body: ({ seats, ...fields }) => ({ ...fields, seats: Number(seats) }),
      done: ({ table }, _request, { wish }) => `/tables/${table}${wish ? `?wish=${wish}` : ''}`,
      keep: ({ wish }) => wish ?? null,
    })
    formRoute(api, leave, async ({ setHeader }) => left(setHeader), {
      done: (_, { body }) => toLocalPath(body.next) ?? '/',
    })
    app.use('/api', api)
  })
})
afterAll(() => Promise.all([shop.context.stop(), kitchen.context.stop()]))

async function submit(path: string, fields: Record<string, string> | [string, string][]) {
  const body = new URLSearchParams(fields)
  const answer = await fetch(`${shop.url}/api${path}`, { method: 'POST', body, redirect: 'manual' })
  return { status: answer.status, location: answer.headers.get('location'), headers: answer.headers }
}

const fields = (seats: string, key: string = crypto.randomUUID(), page = '/menu?day=3') => ({ key, page, seats })

describe('a native form', () => {
  it('leads on when it is done, its repeated fields joined, and keeps its own fields', async () => {
    const sent: [string, string][] = [...Object.entries(fields('2')), ['wish', 'salt'], ['wish', 'oil']]
    expect(await submit('/tables/t1', sent)).toMatchObject({ status: 303, location: '/tables/t1?wish=salt,oil' })
  })

  it('leads back to its page with a refusal, in place of an earlier outcome', async () => {
    const page = '/menu?fault=abc&again=key-12345&day=3&refused=old'
    const sent = { ...fields('5', undefined, page), form: 'book-t1', wish: 'salt' }
    const { location } = await submit('/tables/t1', sent)
    expect(location).toBe('/menu?day=3&refused=full&form=book-t1&typed=salt#book-t1')
  })

  it('names the field that is wrong', async () => {
    expect(await submit('/tables/t1', fields('many'))).toMatchObject({ location: '/menu?day=3&invalid=seats' })
    expect(await submit('/tables/t1', fields('2', 'short'))).toMatchObject({
      location: '/menu?day=3&invalid=idempotency-key',
    })
  })

  it('is told when its key was used for something else', async () => {
    const key = crypto.randomUUID()
    await submit('/tables/t1', fields('2', key))
    expect(await submit('/tables/t1', fields('2', key))).toMatchObject({ location: '/tables/t1' })
    expect(await submit('/tables/t1', fields('3', key))).toMatchObject({
      location: '/menu?day=3&invalid=idempotency-key',
    })
  })

  it('leads to the sign-in, and from there back to the page', async () => {
    expect(await submit('/tables/mine', fields('2'))).toMatchObject({ location: '/sign-in?next=%2Fmenu%3Fday%3D3' })
  })

  it('takes its key along after a fault, and tells nothing of what is inside', async () => {
    const { location } = await submit('/tables/fire', fields('2', 'key-of-ann'))
    expect(location).toMatch(/^\/menu\?day=3&fault=[0-9a-f]{32}&again=key-of-ann$/)
    const [, traceId = ''] = /fault=(\w+)/.exec(location ?? '') ?? []
    expect(shop.lines).toContainEqual(expect.objectContaining({ msg: 'fault', traceId }))
  })

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'menu', ''])(
    'is refused when it would come back to %j',
    async (page) => {
      const answer = await submit('/tables/t1', fields('2', undefined, page))
      expect(answer).toMatchObject({ status: 400, location: null })
    },
  )

  it('leaves prototypes alone', async () => {
    const sent = { ...fields('2'), __proto__x: '1', constructor: 'x', toString: 'y' }
    expect(await submit('/tables/t1', sent)).toMatchObject({ status: 303, location: '/tables/t1' })
  })

  it('may set headers, and goes nowhere else', async () => {
    const { headers, location } = await submit('/leave', { page: '/', next: '//elsewhere.example' })
    expect([headers.get('x-left'), location]).toEqual(['1', '/'])
  })
})

it('the same route answers scripts as ever', async () => {
  const call = async (seats: number, key: string) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key }
    const answer = await fetch(`${shop.url}/api/tables/t1`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ seats }),
    })
    return [answer.status, await answer.json()]
  }
  expect(await call(2, 'script-1')).toEqual([200, { table: 't1', seats: 2, wish: 'none' }])
  expect(await call(5, 'script-2')).toEqual([409, { refused: 'full' }])
  expect(await call(9, 'script-3')).toMatchObject([400, { invalid: [{ field: 'seats' }] }])
})

describe('an outcome in an address', () => {
  const read = (query: string) => readOutcome(new URL(`/menu?${query}`, 'http://here'))

  test('is read as it was written', () => {
    const outcome = { fault: 'ab12', again: 'key-12345', form: 'book' }
    expect(readOutcome(new URL(withOutcome('/menu?day=3', outcome), 'http://here'))).toEqual(outcome)
  })

  test.each(['refused=You+have+won', 'invalid=%3Cb%3E', 'fault=xyz', 'form=book', 'again=key-12345', ''])(
    'is nothing for %j',
    (query) => expect(read(query)).toBeNull(),
  )

  test('loses what is malformed, and nothing else', () => {
    expect(read('refused=full&form=%22+onload&again=x')).toEqual({ refused: 'full' })
    expect(withOutcome('/menu', { refused: 'full', form: '"><b>' })).toBe('/menu?refused=full')
  })

  test('is not a part of the page to come back to', () => {
    expect(toPagePath(new URL('http://here/menu?day=3&refused=full&typed=x'))).toBe('/menu?day=3')
  })
})

test.each([
  ['/e/1?q=a b#top', '/e/1?q=a%20b#top'],
  ['/a/../b', '/b'],
  ['//elsewhere.example', null],
  ['/\\elsewhere.example', null],
  ['/\t/elsewhere.example', null],
  ['/.//elsewhere.example', null],
  ['https://elsewhere.example/', null],
  ['javascript:alert(1)', null],
  ['', null],
  [`/${'a'.repeat(2000)}`, null],
])('the local path of %j is %j', (text, expected) => {
  expect(toLocalPath(text)).toBe(expected)
})
