import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { operation } from '@fernweh/contracts/api/operation'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { eventually } from '../../testing/eventually.ts'
import { createTestContext, startTestProcess } from '../../testing/process.ts'
import { withTraceparent } from '../process/telemetry.ts'
import { route } from './http.ts'
import { HttpProblem } from './problem.ts'
import { callOperation, createUpstream, toOperationPath } from './upstream.ts'

const cook = operation({
  name: 'POST /meals/:meal',
  params: z.object({ meal: z.string() }),
  body: z.object({ guests: z.int() }),
  answer: z.object({ by: z.string(), trace: z.string(), key: z.string().nullable() }),
  refusals: ['sold-out'],
})
const look = operation({ name: 'GET /menu', answer: z.object({ dishes: z.int() }) })

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

function createTestUpstream(urls: string[], timeoutMs = 15_000) {
  const { context } = createTestContext()
  closing.push(() => context.stop())
  return createUpstream({ name: 'kitchen', urls, timeoutMs, context })
}

async function startKitchen(by = 'first', options = {}) {
  const kitchen = await startTestProcess((app) => {
    route(app, cook, async ({ params, key = null, trace = '' }) => {
      if (params.meal === 'soup') return { refused: 'sold-out' }
      if (params.meal === 'odd') return { refused: 'closed-today' as 'sold-out' }
      if (params.meal === 'slow') await new Promise<void>((resolve) => closing.push(resolve))
      return { by, trace, key }
    })
    app.get('/menu', (_, response) => void response.json({ dishes: 'many' }))
  }, options)
  closing.push(() => kitchen.context.stop())
  return kitchen
}

/** A kitchen in a process of its own, so that it can die. */
async function startMortal(): Promise<{ url: string; process: ChildProcess }> {
  const code = `const s = require('http').createServer((q, r) => setTimeout(() => r.end('{"dishes":1}'), 5))
    s.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + s.address().port))`
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  closing.push(() => child.kill('SIGKILL'))
  const [url] = await once(createInterface({ input: child.stdout }), 'line')
  return { url, process: child }
}

describe('a call', () => {
  it('answers, with trace and key passed on', async () => {
    const kitchen = await startKitchen()
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
    const answer = await withTraceparent(traceparent, () =>
      callOperation(createTestUpstream([kitchen.url]), cook, {
        params: { meal: 'stew' },
        body: { guests: 2 },
        key: 'key-12345',
      }),
    )
    expect(answer).toEqual({ by: 'first', trace: expect.stringContaining('a'.repeat(32)), key: 'key-12345' })
  })

  it('returns a refusal of the contract and throws any other', async () => {
    const upstream = createTestUpstream([(await startKitchen()).url])
    const call = (meal: string) => callOperation(upstream, cook, { params: { meal }, body: { guests: 2 } })
    expect(await call('soup')).toEqual({ refused: 'sold-out' })
    await expect(call('odd')).rejects.toMatchObject({ status: 409, body: { refused: 'closed-today' } })
  })

  it('passes a problem on as it came', async () => {
    const upstream = createTestUpstream([(await startKitchen()).url])
    const wrong = callOperation(upstream, cook, { params: { meal: 'stew' }, body: { guests: 0.5 } })
    await expect(wrong).rejects.toBeInstanceOf(HttpProblem)
    await expect(wrong).rejects.toMatchObject({ status: 400, body: { invalid: [{ field: 'guests' }] } })
  })

  it('is a fault when too slow, down, or outside of the contract', async () => {
    const kitchen = await startKitchen()
    const slow = callOperation(createTestUpstream([kitchen.url], 100), cook, {
      params: { meal: 'slow' },
      body: { guests: 2 },
      key: 'key-12345',
    })
    await expect(slow).rejects.toMatchObject({ kind: 'timeout', status: 504 })
    await expect(callOperation(createTestUpstream([kitchen.url]), look)).rejects.toMatchObject({
      kind: 'broken',
      status: 502,
    })
    const nobody = createTestUpstream(['http://127.0.0.1:9'])
    await expect(callOperation(nobody, look)).rejects.toMatchObject({ kind: 'down', status: 503 })
  })

  it('stops when the asker leaves, and the instance is not blamed', async () => {
    const upstream = createTestUpstream([(await startKitchen()).url])
    const leaving = upstream.request({
      method: 'POST',
      path: '/meals/slow',
      headers: { 'content-type': 'application/json' },
      body: '{"guests":2}',
      signal: AbortSignal.timeout(50),
    })
    await expect(leaving).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(await callOperation(upstream, cook, { params: { meal: 'soup' }, body: { guests: 1 } })).toEqual({
      refused: 'sold-out',
    })
  })
})

describe('a request that is none', () => {
  it.each([
    ['path', { method: 'GET', path: 'any://elsewhere/menu' }],
    ['header', { method: 'GET', path: '/menu', headers: { 'x-name': 'line\nline' } }],
  ] as const)('for its %s is not blamed on the instance', async (_, request) => {
    const upstream = createTestUpstream([(await startKitchen()).url])
    await expect(upstream.request(request)).rejects.toMatchObject({ code: 'UND_ERR_INVALID_ARG' })
    expect((await upstream.request({ method: 'GET', path: '/menu' })).statusCode).toBe(200)
  })
})

describe('two instances', () => {
  it('take turns', async () => {
    const [first, second] = [await startKitchen('first'), await startKitchen('second')]
    const upstream = createTestUpstream([first.url, second.url])
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => callOperation(upstream, cook, { params: { meal: 'stew' }, body: { guests: 2 } })),
    )
    expect(answers.map((answer) => ('by' in answer ? answer.by : '')).sort()).toEqual([
      ...Array(3).fill('first'),
      ...Array(3).fill('second'),
    ])
  })

  it('cover for one that is killed: no read fails', async () => {
    const [first, second] = [await startMortal(), await startMortal()]
    expect(await failuresWhileKilling(first, [first.url, second.url])).toBe(0)
  })

  it('would fail reads if nobody covered (negative control)', async () => {
    const only = await startMortal()
    expect(await failuresWhileKilling(only, [only.url])).toBeGreaterThan(0)
  })

  it('get back the one that returns', async () => {
    const first = await startKitchen('first')
    const port = Number(new URL(first.url).port)
    const second = await startKitchen('second')
    const upstream = createTestUpstream([first.url, second.url])
    await first.context.stop()
    await eventually(() => urlsOf(upstream)).toEqual([second.url])
    await startKitchen('first', { port })
    await eventually(() => urlsOf(upstream)).toEqual([first.url, second.url].sort())
  })
})

const urlsOf = (upstream: { instance(): string }) =>
  [...new Set(Array.from({ length: 4 }, () => upstream.instance()))].sort()

async function failuresWhileKilling(victim: { process: ChildProcess }, urls: string[]): Promise<number> {
  const upstream = createTestUpstream(urls)
  let [answered, failed] = [0, 0]
  async function call() {
    try {
      await callOperation(upstream, look)
      answered += 1
      if (answered === 50) victim.process.kill('SIGKILL')
    } catch {
      failed += 1
    }
  }
  const callMany = async () => {
    for (let i = 0; i < 20; i += 1) await call()
  }
  await Promise.all(Array.from({ length: 16 }, callMany))
  return failed
}

it('fills paths and leaves out what is not said', () => {
  expect(toOperationPath('/holds/:holdId', { holdId: 'a/b' }, { q: 'zoë & co', limit: undefined, page: 0 })).toBe(
    '/holds/a%2Fb?q=zo%C3%AB+%26+co&page=0',
  )
})
