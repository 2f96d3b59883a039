import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPS_TOKEN, startTestProcess, type TestProcess } from '../../testing/process.ts'
import { closeServer } from './close-server.ts'
import { operatorRoute } from './http.ts'
import { createOperatorCheck, only } from './operators.ts'
import { HttpProblem } from './problem.ts'
import { UpstreamFault } from './upstream.ts'

let shop: TestProcess
beforeAll(async () => {
  shop = await startTestProcess((app) => {
    app.get('/half', (_request, response) => {
      response.write('half of an answer')
      throw new Error('the password is swordfish')
    })
    app.get('/refused', () => {
      throw new HttpProblem(409, { refused: 'full' })
    })
    app.get('/broken', () => {
      throw new UpstreamFault('kitchen', 'broken')
    })
    operatorRoute(app, 'POST /ops/nothing', () => undefined)
    operatorRoute(app, 'POST /ops/refused', () => {
      throw new HttpProblem(409, { refused: 'busy' })
    })
  })
})
afterAll(() => shop.context.stop())

const faults = () => shop.lines.filter(({ level }) => level === 'error')

describe('an error', () => {
  it('in the middle of an answer ends the connection, so that nobody takes the half for the whole', async () => {
    const whole = fetch(`${shop.url}/half`).then((answer) => answer.text())
    await expect(whole).rejects.toThrow()
    expect(shop.lines).toContainEqual(expect.objectContaining({ msg: 'fault in the middle of an answer' }))
  })

  it('that is a refusal is answered and not logged', async () => {
    const before = faults().length
    const answer = await fetch(`${shop.url}/refused`)
    expect([answer.status, await answer.json()]).toEqual([409, { refused: 'full' }])
    expect(faults()).toHaveLength(before)
  })

  it('of an upstream outside of its contract is a bad gateway, with the trace to look for', async () => {
    const answer = await fetch(`${shop.url}/broken`)
    const { fault } = (await answer.json()) as { fault: string }
    expect(answer.status).toBe(502)
    expect(faults()).toContainEqual(expect.objectContaining({ msg: 'fault', traceId: fault }))
  })
})

describe('an operator’s command', () => {
  const send = async (path: string, authorization?: string) => {
    const headers = authorization === undefined ? {} : { authorization }
    const answer = await fetch(shop.url + path, { method: 'POST', headers })
    return [answer.status, await answer.json()]
  }

  it('answers an empty object when it has nothing to say', async () => {
    expect(await send('/ops/nothing', `Bearer ${OPS_TOKEN}`)).toEqual([200, {}])
  })

  it('may be refused', async () => {
    expect(await send('/ops/refused', `Bearer ${OPS_TOKEN}`)).toEqual([409, { refused: 'busy' }])
  })

  it.each([
    undefined,
    '',
    OPS_TOKEN,
    `bearer ${OPS_TOKEN}`,
    `Bearer ${OPS_TOKEN} `.repeat(2),
    `Bearer ${OPS_TOKEN.slice(1)}`,
  ])('is not taken from %j, and nothing is said of what exists', async (authorization) => {
    const refused = [403, { refused: 'forbidden' }]
    expect(await send('/ops/nothing', authorization)).toEqual(refused)
    expect(await send('/ops/nowhere', authorization)).toEqual(refused)
  })
})

it('a guard calls what is behind it only for whom it lets in', () => {
  const request = (authorization: string) => ({ get: () => authorization }) as never
  const guard = only(createOperatorCheck('token-of-ops'))
  let passed = 0
  const next = () => (passed += 1)
  guard(request('Bearer token-of-ops'), {} as never, next)
  expect(() => guard(request('Bearer other'), {} as never, next)).toThrow(HttpProblem)
  expect(passed).toBe(1)
})

it('a server that closes answers what is in flight and what still comes, says which answer is the last, and ends', async () => {
  let finish = () => {}
  const finished = new Promise<void>((resolve) => (finish = resolve))
  const cafe = await startTestProcess((app) => {
    app.get('/soup', async (_request, response) => {
      await finished
      response.end('soup')
    })
    app.get('/bread', (_request, response) => void response.end('bread'))
  })
  const socket = connect(Number(new URL(cafe.url).port), '127.0.0.1')
  const answers = text(socket)
  const send = async (path: string) => {
    const arrived = once(cafe.server, 'request')
    socket.write(`GET ${path} HTTP/1.1\r\nhost: cafe\r\n\r\n`)
    await arrived
  }
  await send('/soup')
  const closed = closeServer(cafe.server)
  await send('/bread')
  finish()
  const [first, last] = (await answers).split('soup')
  expect(first).toMatch(/connection: keep-alive/i)
  expect(last).toMatch(/connection: close[\s\S]*bread$/i)
  await closed
})
