import { once } from 'node:events'
import { connect } from 'node:net'
import { operation } from '@fernweh/contracts/api/operation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { eventually } from '../../testing/eventually.ts'
import { OPS_TOKEN, startTestProcess, type TestProcess } from '../../testing/process.ts'
import { operatorRoute, requireKey, route } from './http.ts'
import { requireIdentity } from './identity.ts'
import { forbidden } from './problem.ts'
import { UpstreamFault } from './upstream.ts'

const book = operation({
  name: 'POST /tables/:table',
  params: z.object({ table: z.string().max(5) }),
  query: z.object({
    day: z.coerce.number().optional(),
    name: z.string().optional(),
    guests: z.array(z.string()).optional(),
  }),
  body: z.object({ seats: z.int().min(1).max(8), note: z.string().optional() }),
  answer: z.object({ seats: z.int(), at: z.string() }),
  refusals: ['full'],
})
const bring = operation({
  name: 'POST /ops/tables',
  body: z.object({ tables: z.array(z.string()) }),
  answer: z.object({ tables: z.int() }),
})
const read = operation({
  name: 'GET /outcomes/:outcome',
  params: z.object({ outcome: z.string() }),
  answer: z.object({}),
})

const outcomes: Record<string, () => unknown> = {
  secret: () => requireIdentity({ identity: null }),
  keyless: () => requireKey({ key: undefined }),
  private: () => {
    throw forbidden()
  },
  broken: () => {
    throw new Error('the password is swordfish')
  },
  down: () => {
    throw new UpstreamFault('kitchen', 'down')
  },
  slow: () => {
    throw new UpstreamFault('kitchen', 'timeout')
  },
}

let shop: TestProcess
beforeAll(async () => {
  shop = await startTestProcess((app) => {
    route(app, book, async ({ params, query, body }) =>
      body.seats > 4 ? { refused: 'full' } : { seats: body.seats, at: `${params.table},${query.name}` },
    )
    route(app, read, async ({ params }) => {
      outcomes[params.outcome]?.()
      return {}
    })
    route(app, bring, async ({ body }) => ({ tables: body.tables.length }))
    operatorRoute(app, 'POST /ops/close', () => ({ closed: true }))
  })
})
afterAll(() => shop.context.stop())

async function call(path: string, init: RequestInit = {}) {
  const response = await fetch(shop.url + path, init)
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    headers: response.headers,
  }
}
const send = (body: string, path = '/tables/a', headers = {}) =>
  call(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })

describe('an operation over HTTP', () => {
  it('answers', async () => {
    expect(await send('{"seats":2}')).toMatchObject({ status: 200, body: { seats: 2 } })
  })

  it('takes what people type: lines, tabs and every script', async () => {
    expect(await send('{"seats":2,"note":"a\\r\\n\\tb 👩‍🍳 مرحبا"}', '/tables/a?name=%09b')).toMatchObject({
      status: 200,
    })
  })

  it('reads a control character in an address as a blank', async () => {
    expect(await send('{"seats":2}', '/tables/a%00b?name=%00c%7f%C2%85')).toMatchObject({ body: { at: 'a b, c  ' } })
  })

  it('refuses with 409', async () => {
    expect(await send('{"seats":5}')).toMatchObject({ status: 409, body: { refused: 'full' } })
  })

  it.each([
    ['zero seats', '{"seats":0}', '/tables/a', {}, 'seats'],
    ['negative seats', '{"seats":-1}', '/tables/a', {}, 'seats'],
    ['half a seat', '{"seats":1.5}', '/tables/a', {}, 'seats'],
    ['too many seats', '{"seats":1e99}', '/tables/a', {}, 'seats'],
    ['words for seats', '{"seats":"two"}', '/tables/a', {}, 'seats'],
    ['no body', '', '/tables/a', {}, 'seats'],
    ['a list for a body', '[]', '/tables/a', {}, 'body'],
    ['broken JSON', '{"seats"', '/tables/a', {}, 'body'],
    ['a very deep body', `{"seats":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, '/tables/a', {}, 'seats'],
    ['what is not compressed as it says', '{"seats":1}', '/tables/a', { 'content-encoding': 'gzip' }, 'body'],
    ['a long parameter', '{"seats":1}', '/tables/abcdef', {}, 'table'],
    ['a word for a day', '{"seats":1}', '/tables/a?day=monday', {}, 'day'],
    ['a malformed escape', '{"seats":1}', '/tables/%zz', {}, 'url'],
    ['a control character in a query of several', '{"seats":1}', '/tables/a?guests=a&guests=%1b', {}, 'guests.1'],
    ['a control character in a text', '{"seats":1,"note":"a\\u0007b"}', '/tables/a', {}, 'note'],
    ['half a character', '{"seats":1,"note":"a\\ud800"}', '/tables/a', {}, 'note'],
    ['a short key', '{"seats":1}', '/tables/a', { 'idempotency-key': 'x' }, 'idempotency-key'],
  ])('names the field for %s', async (_, body, path, headers, field) => {
    expect(await send(body, path, headers)).toMatchObject({
      status: 400,
      body: { invalid: expect.arrayContaining([{ field, problem: expect.any(String) }]) },
    })
  })

  it('has a limit for bodies', async () => {
    const big = await send(JSON.stringify({ seats: 1, more: 'x'.repeat(70_000) }))
    expect(big).toMatchObject({ status: 413, body: { invalid: [{ field: 'body' }] } })
  })
})

describe('what is thrown', () => {
  it.each([
    ['secret', 401, { refused: 'sign-in-needed' }],
    ['private', 403, { refused: 'forbidden' }],
    ['keyless', 400, { invalid: [{ field: 'idempotency-key', problem: 'required' }] }],
  ])('%s is %i', async (outcome, status, body) => {
    expect(await call(`/outcomes/${outcome}`)).toMatchObject({ status, body })
  })

  it.each([
    ['broken', 500],
    ['down', 503],
    ['slow', 504],
  ])('%s is a fault, %i, and shows its trace only', async (outcome, status) => {
    const answer = await call(`/outcomes/${outcome}`, {
      headers: { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` },
    })
    expect(answer).toMatchObject({ status, body: { fault: 'a'.repeat(32) } })
    expect(JSON.stringify(answer.body)).not.toContain('swordfish')
    expect(shop.lines).toContainEqual(expect.objectContaining({ msg: 'fault', traceId: 'a'.repeat(32) }))
  })

  it('an unknown path is 404', async () => {
    expect(await call('/nowhere')).toMatchObject({ status: 404, body: { refused: 'not-found' } })
  })

  it('nothing of a query is logged: it may hold a token', async () => {
    const before = shop.lines.length
    await call('/tables/a?token=swordfish')
    await call('/outcomes/broken?token=swordfish')
    await eventually(() => shop.lines.slice(before).filter(({ msg }) => msg === 'answered').length).toBe(2)
    expect(JSON.stringify(shop.lines.slice(before))).not.toContain('token=')
  })

  it('a client that went away is no fault', async () => {
    const faults = () => shop.lines.filter(({ msg }) => msg === 'fault').length
    const before = faults()
    const { port } = new URL(shop.url)
    const arrived = once(shop.server, 'request')
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(
      'POST /tables/a HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"se',
    )
    await arrived
    socket.destroy()
    await eventually(() => shop.lines.some(({ status }) => status === 499)).toBe(true)
    expect(faults()).toBe(before)
  })
})

describe('an operator', () => {
  it('needs the token', async () => {
    const close = (authorization: string) => call('/ops/close', { method: 'POST', headers: { authorization } })
    expect(await close('Bearer wrong')).toMatchObject({ status: 403 })
    expect(await close(`Bearer ${OPS_TOKEN}`)).toMatchObject({ status: 200, body: { closed: true } })
  })

  it('brings whole files, which nobody else may', async () => {
    const file = JSON.stringify({ tables: Array.from({ length: 20_000 }, (_, nth) => `table-${nth}`) })
    const authorization = `Bearer ${OPS_TOKEN}`
    expect(await send(file, '/ops/tables', { authorization })).toMatchObject({ status: 200, body: { tables: 20_000 } })
    expect(await send(file, '/ops/tables')).toMatchObject({ status: 403 })
    const invalid = [{ field: 'body', problem: 'larger than 64 KB' }]
    expect(await send(file, '/tables/a', { authorization })).toMatchObject({ status: 413, body: { invalid } })
  })

  it('sees durations by route, not by id', async () => {
    await send('{"seats":1}', '/tables/b')
    const metrics = await (await fetch(`${shop.url}/metrics`)).text()
    expect(metrics).toMatch(
      /fernweh_http_request_duration_seconds_count\{method="POST",route="\/tables\/:table",status="200"\}/,
    )
    expect(metrics).not.toContain('/tables/b')
  })
})

describe('stopping', () => {
  it('is not ready, answers what is in flight, and takes nothing new', async () => {
    let finish = () => {}
    const finished = new Promise<void>((resolve) => (finish = resolve))
    const cafe = await startTestProcess((app, context) => {
      context.readiness('oven', () => (context.stopping.aborted ? 'off' : true))
      route(app, read, async () => {
        await finished
        return {}
      })
    })
    expect((await fetch(`${cafe.url}/readyz`)).status).toBe(200)
    const arrived = once(cafe.server, 'request')
    const inFlight = fetch(`${cafe.url}/outcomes/later`)
    await arrived
    const stopped = cafe.context.stop()
    expect(await cafe.context.whyNotReady()).toEqual(['stopping'])
    finish()
    expect((await inFlight).status).toBe(200)
    await stopped
    await expect(fetch(`${cafe.url}/readyz`)).rejects.toThrow()
  })

  it('tells why it is not ready', async () => {
    const cafe = await startTestProcess((_, context) => {
      context.readiness('oven', () => 'cold')
      context.readiness('staff', async () => Promise.reject(new Error('asleep')))
      context.readiness('door', () => true)
    })
    const answer = await fetch(`${cafe.url}/readyz`)
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false, why: ['oven: cold', 'staff: asleep'] }])
    await cafe.context.stop()
  })
})

it('keeps idle connections for longer than those who ask do', async () => {
  const { headers } = await fetch(`${shop.url}/live`, { headers: { connection: 'keep-alive' } })
  expect(headers.get('keep-alive')).toBe('timeout=125')
})
