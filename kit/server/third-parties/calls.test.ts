import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { until } from '../../testing/until.ts'
import { transaction } from '../database/database.ts'
import { type CallRunner, cancelCalls, type DurableCall, requestCalls, retryAfterMs, runCalls } from './calls.ts'
import { CircuitOpen, createThirdParty, PermanentFailure, type ThirdParty } from './third-party.ts'

const log = pino({ level: 'silent' })
let database: TestDatabase
const runners: (CallRunner & { thirdParty: ThirdParty })[] = []

beforeAll(async () => {
  database = await createTestDatabase([
    { name: '001-answers', sql: 'create table answers (name text not null, answer text not null)' },
  ])
})
afterEach(async () => {
  for (const { stop, thirdParty } of runners.splice(0)) {
    await stop()
    thirdParty.close()
  }
  await database.pool.query('truncate calls, answers')
})
afterAll(() => database.drop())

interface ReceivedCall extends DurableCall {
  attempt: number
  at: number
}

/** A third party whose circuit the test opens and closes, and how often it was asked for room. */
function createSwitch() {
  const state = { open: false, claimsRoom: false, looks: 0 }
  const thirdParty: ThirdParty = {
    name: 'bank',
    timeoutMs: 2000,
    metrics: new Registry(),
    room() {
      state.looks += 1
      return state.open && !state.claimsRoom ? 0 : 100
    },
    async call(work) {
      if (state.open) throw new CircuitOpen('bank does not answer')
      return work(new AbortController().signal)
    },
    close() {},
  }
  return { state, thirdParty }
}

/** A third party that answers as `answer` says; what it has seen; and what has come of it. */
function start(
  answer: (received: ReceivedCall) => unknown = () => 'yes',
  { perSecond = 1000, pollMs = 100, bank = createBank(perSecond) } = {},
) {
  const seen: ReceivedCall[] = []
  const thirdParty = bank
  const runner = runCalls({
    pool: database.pool,
    log,
    thirdParty,
    pollMs,
    async perform(call, { attempt }) {
      const received = { ...call, attempt, at: Date.now() }
      seen.push(received)
      const answered = await answer(received)
      return (tx) => note(tx, call.name, String(answered))
    },
    givenUp:
      (call, { message }) =>
      (tx) =>
        note(tx, call.name, `given up: ${message}`),
  })
  runners.push({ ...runner, thirdParty })
  return { ...runner, seen, metrics: thirdParty.metrics }
}

function createBank(perSecond: number): ThirdParty {
  const breaker = { failures: 4, resetMs: 300 }
  return createThirdParty({ name: 'bank', perSecond, timeoutMs: 15_000, breaker, metrics: new Registry() })
}

async function note(tx: { query: TestDatabase['pool']['query'] }, name: string, answer: string): Promise<void> {
  await tx.query('insert into answers (name, answer) values ($1, $2)', [name, answer])
}

const want = (...calls: Partial<DurableCall>[]) =>
  database.pool.query(requestCalls(calls.map((call) => ({ name: 'pay.1', kind: 'pay', data: {}, ...call }))))
const numbered = (count: number, prefix = 'pay') =>
  Array.from({ length: count }, (_, i) => ({ name: `${prefix}.${i}` }))
const answers = async () => (await database.pool.query('select name, answer from answers order by name')).rows
const waiting = async () => (await database.pool.query('select name, attempts, due from calls order by name')).rows
const answered = (count: number, within?: number) => until(answers, (rows) => rows.length >= count, within)

describe('a call', () => {
  it('shows operators that it is overdue', async () => {
    const { stop, metrics } = start(async () => 'done')
    await stop()
    await want({ due: new Date(Date.now() - 60_000) }, { name: 'pay.2', due: new Date(Date.now() + 60_000) })
    const text = await metrics.metrics()
    expect(text).toMatch(/^fernweh_calls_overdue 1$/m)
    expect(text).toMatch(/^fernweh_calls_oldest_seconds 6\d\./m)
    expect(text).toContain('fernweh_third_party_state{name="bank"} 0')
  })

  it('is made once, and its effect is there when it is gone', async () => {
    await want({ data: { amount: 4500 } })
    const { seen } = start()
    expect(await answered(1)).toEqual([{ name: 'pay.1', answer: 'yes' }])
    expect(seen).toMatchObject([{ kind: 'pay', data: { amount: 4500 }, attempt: 1 }])
    expect(await waiting()).toEqual([])
  })

  it('is not wanted when the transaction that wanted it is undone', async () => {
    const undone = transaction(database.pool, async (tx) => {
      await tx.query(requestCalls([{ name: 'pay.1', kind: 'pay', data: {} }]))
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await waiting()).toEqual([])
  })

  it('wanted again while it waits stays as it is; wanted again afterwards is made again', async () => {
    await want({ data: 'first' })
    await want({ data: 'second' })
    const { seen } = start()
    await answered(1)
    await want({ data: 'third' })
    await answered(2)
    expect(seen.map(({ data }) => data)).toEqual(['first', 'third'])
  })

  it('is not made before it is due', async () => {
    await want({ name: 'pay.later', due: new Date(Date.now() + 3_600_000) }, { name: 'pay.now' })
    const { seen } = start()
    await answered(1)
    expect(seen.map(({ name }) => name)).toEqual(['pay.now'])
  })

  it('that is withdrawn while it is under way has no effect', async () => {
    let finish = (_: string) => {}
    const { seen, stop } = start(() => new Promise<string>((resolve) => (finish = resolve)))
    await want({})
    await until(
      () => seen,
      ({ length }) => length === 1,
    )
    await database.pool.query(cancelCalls(['pay.1']))
    finish('too late')
    await stop()
    expect(await answers()).toEqual([])
  })

  it('is made at once when the runner is woken, one after the other', async () => {
    // Found by polling, the second would take an hour.
    const { wake } = start(() => 'yes', { pollMs: 3_600_000 })
    for (const [i, call] of numbered(20).entries()) {
      await want(call)
      wake()
      await answered(i + 1)
    }
  })
})

describe('a call that fails', () => {
  it('is made again until it succeeds', async () => {
    await want({})
    const { seen } = start(({ attempt }) => {
      if (attempt < 3) throw new Error('away')
      return 'at last'
    })
    expect(await answered(1)).toEqual([{ name: 'pay.1', answer: 'at last' }])
    expect(seen.map(({ attempt }) => attempt)).toEqual([1, 2, 3])
  })

  it('is due later by the back-off of its attempts', async () => {
    await want({})
    await database.pool.query('update calls set attempts = 999')
    const { seen, stop } = start(() => {
      throw new Error('away')
    })
    await until(
      () => seen,
      ({ length }) => length === 1,
    )
    await stop()
    const { rows } = await database.pool.query(
      `select attempts, due > clock_timestamp() + interval '20 seconds' as later from calls`,
    )
    expect(rows).toEqual([{ attempts: 1000, later: true }])
  })

  it('comes back at a moment of its own, half a minute to a minute apart at most', () => {
    expect([0, 1].map((chance) => retryAfterMs(1, chance))).toEqual([125, 250])
    expect([0, 1].map((chance) => retryAfterMs(4, chance))).toEqual([1000, 2000])
    expect([0, 1].map((chance) => retryAfterMs(1000, chance))).toEqual([30_000, 60_000])
    expect(new Set(Array.from({ length: 50 }, () => retryAfterMs(5))).size).toBeGreaterThan(40)
  })

  it('is given up when it is refused for good', async () => {
    await want({})
    const { seen } = start(() => {
      throw new PermanentFailure('no such card')
    })
    expect(await answered(1)).toEqual([{ name: 'pay.1', answer: 'given up: no such card' }])
    expect(seen).toHaveLength(1)
    expect(await waiting()).toEqual([])
  })

  it('is made again, too, when its answer could not be stored', async () => {
    await want({})
    const { seen } = start(({ attempt }) => (attempt === 1 ? 'no\0' : 'yes'))
    expect(await answered(1)).toEqual([{ name: 'pay.1', answer: 'yes' }])
    expect(seen).toHaveLength(2)
  })
})

describe('instances', () => {
  it('share the calls: each is made once', async () => {
    await want(...numbered(200))
    const [one, other] = [start(), start()]
    await answered(200)
    expect(one.seen.length + other.seen.length).toBe(200)
    expect(await answers()).toHaveLength(200)
  })

  it('take over what one has begun that died; what the dead one would still say has no effect', async () => {
    await want({})
    let finish = (_: string) => {}
    const { state, thirdParty: bank } = createSwitch()
    const dying = start(() => new Promise<string>((resolve) => (finish = resolve)), { bank })
    await until(
      () => dying.seen,
      ({ length }) => length === 1,
    )
    state.open = true
    const { looks } = state
    // Once it has found no room it takes no other call.
    await until(
      () => state.looks,
      (later) => later > looks,
    )
    await database.pool.query('update calls set due = clock_timestamp()')
    const other = start(() => 'of the other')
    await answered(1)
    finish('of the dead')
    await dying.stop()
    expect(other.seen.map(({ attempt }) => attempt)).toEqual([2])
    expect(await answers()).toEqual([{ name: 'pay.1', answer: 'of the other' }])
  })

  it('do not make a call that another has under way', async () => {
    await want({})
    let finish = (_: string) => {}
    const one = start(({ name }) => (name === 'pay.1' ? new Promise<string>((resolve) => (finish = resolve)) : 'yes'))
    await until(
      () => one.seen,
      ({ length }) => length === 1,
    )
    const other = start()
    await want({ name: 'pay.2' })
    await answered(1)
    finish('yes')
    await answered(2)
    expect([...one.seen, ...other.seen].filter(({ name }) => name === 'pay.1')).toHaveLength(1)
  })
})

describe('a third party that is away', () => {
  it('is not asked while the circuit is open; no call loses an attempt; all are made when it is back', async () => {
    const { state, thirdParty: bank } = createSwitch()
    state.open = true
    const { seen } = start(undefined, { bank })
    await want(...numbered(20))
    const before = state.looks
    await until(
      () => state.looks,
      (looks) => looks > before + 5,
    )
    expect(seen).toEqual([])
    expect((await waiting()).map(({ attempts }) => attempts)).toEqual(Array(20).fill(0))
    state.open = false
    await answered(20)
    expect(seen.map(({ attempt }) => attempt)).toEqual(Array(20).fill(1))
  })

  it('gets a call later that it was about to get when the circuit opened, and that is no attempt', async () => {
    const { state, thirdParty: bank } = createSwitch()
    Object.assign(state, { open: true, claimsRoom: true })
    await want({})
    const { seen } = start(undefined, { bank })
    const before = state.looks
    await until(
      () => state.looks,
      (looks) => looks > before + 5,
    )
    expect(seen).toEqual([])
    state.open = false
    await answered(1)
    expect(seen.map(({ attempt }) => attempt)).toEqual([1])
  })
})

describe('with 10 a second and 1,000 waiting', () => {
  const mostInASecond = (moments: number[]) =>
    Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + 1000).length))

  it('no second sees more, somebody who waits goes first, and nothing is lost', async () => {
    await want(...numbered(1000))
    const slow = start(undefined, { perSecond: 10 })
    await until(
      () => slow.seen.length,
      (count) => count >= 15,
    )
    await want({ name: 'checkout.urgent', urgent: true })
    const before = slow.seen.length
    await until(
      () => slow.seen.findIndex(({ name }) => name === 'checkout.urgent'),
      (at) => at >= 0,
    )
    expect(slow.seen.findIndex(({ urgent }) => urgent)).toBeLessThanOrEqual(before + 10)
    await until(
      () => slow.seen.length,
      (count) => count >= 35,
    )
    await slow.stop()
    expect(mostInASecond(slow.seen.map(({ at }) => at))).toBeLessThanOrEqual(10)

    const fast = start()
    await answered(1001)
    expect(slow.seen.length + fast.seen.length).toBe(1001)
    expect(new Set((await answers()).map(({ name }) => name)).size).toBe(1001)
  })

  it('without being urgent it would wait behind them', async () => {
    await want(...numbered(1000))
    const slow = start(undefined, { perSecond: 10 })
    await want({ name: 'checkout.patient' })
    await until(
      () => slow.seen.length,
      (count) => count >= 25,
    )
    expect(slow.seen.some(({ name }) => name === 'checkout.patient')).toBe(false)
  })
})
