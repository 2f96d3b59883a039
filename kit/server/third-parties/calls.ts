/**
 * Calls to third parties are rows, wanted in the transaction of the event that wants them: they outlive every crash. A call
 * is made at least once, its effect happens once: in the transaction that removes the row.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type Pool, type Statement, type Transaction, transaction } from '../database/database.ts'
import { CircuitOpen, PermanentFailure, type ThirdParty } from './third-party.ts'

export interface DurableCall {
  /** `<what>.<id>`: wanted again while it waits, it stays as it is. */
  name: string
  kind: string
  /** Somebody is waiting for it: goes before all that are not. */
  urgent?: boolean
  /** Not before this moment. */
  due?: Date
  data: unknown
}

/** What an answer changes; its transaction is the one that removes the call. */
export type CallEffect = (tx: Transaction) => Promise<unknown>

export interface CallRunner {
  stop(): Promise<void>
  /** After a COMMIT that wanted calls; without it they are found by polling. */
  wake(): void
}

interface Runner {
  pool: Pool
  log: Logger
  thirdParty: ThirdParty
  /**
   * Asks the third party, and nobody else: what it throws counts against them and is tried again, for as long as it takes,
   * unless it is RefusedForGood. `attempt` is 1 at first.
   */
  perform(call: DurableCall, how: { attempt: number; signal: AbortSignal }): Promise<CallEffect>
  givenUp(call: DurableCall, reason: string): CallEffect
  afterCommit?(call: DurableCall): void
}

interface Taken extends Required<DurableCall> {
  attempts: number
  lease: string
}

const POLL_MS = 100
const NO_ROOM_MS = 10
const FIRST_RETRY_MS = 250
const MAX_RETRY_MS = 60_000
/** A call taken by an instance that dies is made by another after its time limit and so long. */
const LEASE_MARGIN_MS = 5_000

export function requestCalls(calls: readonly DurableCall[]): Statement {
  return {
    name: 'request-calls',
    text: `insert into calls (name, kind, urgent, due, data)
      select name, kind, urgent, coalesce(due, clock_timestamp()), data
      from unnest($1::text[], $2::text[], $3::boolean[], $4::timestamptz[], $5::jsonb[]) as new (name, kind, urgent, due, data)
      order by name on conflict (name) do nothing`,
    values: [
      calls.map(({ name }) => name),
      calls.map(({ kind }) => kind),
      calls.map(({ urgent = false }) => urgent),
      calls.map(({ due = null }) => due),
      calls.map(({ data }) => JSON.stringify(data)),
    ],
  }
}

/** One that is under way may still reach the third party, but its answer has no effect any more. */
export function cancelCalls(names: readonly string[]): Statement {
  return { name: 'withdraw-calls', text: 'delete from calls where name = any($1::text[])', values: [names] }
}

/** Makes calls as they come due by the database's clock, within the bounds of the third party; several instances share. */
export function runCalls(runner: Runner): CallRunner {
  const { pool, log, thirdParty } = runner
  const underWay = new Set<Promise<void>>()
  let stopped = false
  let poked = false
  let wake = () => {}

  async function makeDue(): Promise<'no-room' | 'some' | 'none'> {
    const room = thirdParty.room()
    if (room === 0) return 'no-room'
    const calls = await take(pool, room, thirdParty.timeoutMs + LEASE_MARGIN_MS)
    for (const call of calls) {
      const made = make(runner, call).finally(() => underWay.delete(made))
      underWay.add(made)
    }
    return calls.length > 0 ? 'some' : 'none'
  }

  async function run(): Promise<void> {
    while (!stopped) {
      poked = false
      const found = await makeDue().catch((error: Error) => {
        log.warn({ err: error.message }, 'calls wait')
        return 'none' as const
      })
      if (found === 'no-room') await delay(NO_ROOM_MS)
      else if (found === 'none' && !poked && !stopped) await sleep()
    }
  }

  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  function poke(): void {
    poked = true
    wake()
  }

  const running = run()
  return {
    wake: poke,
    async stop() {
      stopped = true
      wake()
      await running
      await Promise.all(underWay)
    },
  }
}

async function take(pool: Pool, most: number, leaseMs: number): Promise<Taken[]> {
  const { rows } = await pool.query<Taken>({
    name: 'take-calls',
    text: `update calls set attempts = attempts + 1, lease = gen_random_uuid(),
        due = clock_timestamp() + make_interval(secs => $2) where name in
          (select name from calls where due <= (select clock_timestamp())
            order by urgent desc, due limit $1 for update skip locked)
      returning name, kind, urgent, due, data, attempts, lease`,
    values: [most, leaseMs / 1000],
  })
  return rows
}

async function make(runner: Runner, call: Taken): Promise<void> {
  const { log, thirdParty } = runner
  const { name, attempts } = call
  try {
    await settle(runner, call, await thirdParty.call((signal) => runner.perform(call, { attempt: attempts, signal })))
  } catch (error) {
    const refused = error instanceof PermanentFailure
    if (!(error instanceof CircuitOpen)) log.warn({ call: name, attempts, err: String(error), refused }, 'call failed')
    const next = refused
      ? settle(runner, call, runner.givenUp(call, error.message))
      : comeAgain(runner.pool, call, error)
    // A database that is away: the lease runs out and the call is made again.
    await next.catch((lost: Error) => log.warn({ call: name, err: lost.message }, 'call waits for its lease'))
  }
}

/** Nothing happens when the lease was lost, or the call withdrawn. */
async function settle({ pool, afterCommit }: Runner, call: Taken, effect: CallEffect): Promise<void> {
  const { name, lease } = call
  const settled = await transaction(pool, async (tx) => {
    const { rowCount } = await tx.query({
      name: 'remove-call',
      text: 'delete from calls where name = $1 and lease = $2',
      values: [name, lease],
    })
    if (rowCount === 1) await effect(tx)
    return rowCount === 1
  })
  if (settled) afterCommit?.(call)
}

/** A call that was not made is due at once and has lost no attempt. */
async function comeAgain(pool: Pool, { name, lease, attempts }: Taken, error: unknown): Promise<void> {
  const made = !(error instanceof CircuitOpen)
  await pool.query({
    name: 'call-again',
    text: `update calls set lease = null, attempts = $3, due = clock_timestamp() + make_interval(secs => $4)
      where name = $1 and lease = $2`,
    values: [name, lease, made ? attempts : attempts - 1, made ? retryAfterMs(attempts) / 1000 : 0],
  })
}

/** Twice as long each time, of which half is left to chance, so that those who failed together come back apart. */
export function retryAfterMs(attempts: number, random = Math.random()): number {
  return Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1)) * (0.5 + random / 2)
}
