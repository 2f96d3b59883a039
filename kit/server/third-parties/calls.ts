/** Calls are rows that survive crashes: made at least once, with an effect once, in the transaction that removes the row. */
import type { Logger } from 'pino'
import { type Backoff, backoffMs } from '../../retry/backoff.ts'
import { type Pool, type Statement, type Transaction, transaction } from '../database/database.ts'
import { measureOverdue } from '../database/overdue-metrics.ts'
import { repeat } from '../process/repeat.ts'
import { CircuitOpen, PermanentFailure, type ThirdParty } from './third-party.ts'

export interface DurableCall {
  /** `<what>.<id>`: requesting it again while it waits changes nothing. */
  name: string
  kind: string
  /** Made before all that are not: somebody is waiting for it. */
  urgent?: boolean
  due?: Date
  data: unknown
}

/** Runs in the transaction that removes the call. */
export type CallEffect = (tx: Transaction) => Promise<unknown>

export interface CallRunner {
  stop(): Promise<void>
  /** Call after a COMMIT that requested calls; without it they are found by polling. */
  wake(): void
}

interface Runner {
  pool: Pool
  log: Logger
  thirdParty: ThirdParty
  /** Every error counts as the third party's; the call is made again, unless it is a PermanentFailure. */
  perform(call: DurableCall, how: { attempt: number; signal: AbortSignal }): Promise<CallEffect>
  givenUp(call: DurableCall, failure: PermanentFailure): CallEffect
  afterCommit?(call: DurableCall): void
  pollMs?: number
}

interface Taken extends Required<DurableCall> {
  attempts: number
  lease: string
}

const POLL_MS = 100
const NO_ROOM_MS = 10
const RETRY: Backoff = { firstMs: 250, maxMs: 60_000 }
/** A call taken by an instance that dies is made by another after the third party's timeout and this margin. */
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

/** A call under way may still reach the third party; its answer has no effect. */
export function cancelCalls(names: readonly string[]): Statement {
  return { name: 'withdraw-calls', text: 'delete from calls where name = any($1::text[])', values: [names] }
}

/** Makes calls as they come due by the database's clock, within the limits of the third party; several instances share them. */
export function runCalls(runner: Runner): CallRunner {
  const { pool, log, thirdParty, pollMs = POLL_MS } = runner
  const underWay = new Set<Promise<void>>()
  measureOverdue(pool, thirdParty.metrics, 'calls')

  async function makeDue(): Promise<number> {
    const room = thirdParty.room()
    if (room === 0) return NO_ROOM_MS
    const calls = await take(pool, room, thirdParty.timeoutMs + LEASE_MARGIN_MS)
    for (const call of calls) {
      const made = make(runner, call).finally(() => underWay.delete(made))
      underWay.add(made)
    }
    return calls.length > 0 ? 0 : pollMs
  }

  const loop = repeat({ work: makeDue, failure: 'calls not made', log })
  return {
    wake: () => loop.wake(),
    async stop() {
      await loop.stop()
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
    await complete(runner, call, await thirdParty.call((signal) => runner.perform(call, { attempt: attempts, signal })))
  } catch (error) {
    const refused = error instanceof PermanentFailure
    if (!(error instanceof CircuitOpen)) log.warn({ call: name, attempts, err: String(error), refused }, 'call failed')
    const next = refused ? complete(runner, call, runner.givenUp(call, error)) : reschedule(runner.pool, call, error)
    await next.catch((lost: Error) =>
      log.warn({ call: name, err: lost.message }, 'outcome not stored, call made again when its lease ends'),
    )
  }
}

/** Without effect when the lease was lost or the call cancelled. */
async function complete({ pool, afterCommit }: Runner, call: Taken, effect: CallEffect): Promise<void> {
  const { name, lease } = call
  const completed = await transaction(pool, async (tx) => {
    const { rowCount } = await tx.query({
      name: 'remove-call',
      text: 'delete from calls where name = $1 and lease = $2',
      values: [name, lease],
    })
    if (rowCount === 1) await effect(tx)
    return rowCount === 1
  })
  if (completed) afterCommit?.(call)
}

/** A call that was not sent is due at once and keeps its attempts. */
async function reschedule(pool: Pool, { name, lease, attempts }: Taken, error: unknown): Promise<void> {
  const made = !(error instanceof CircuitOpen)
  await pool.query({
    name: 'call-again',
    text: `update calls set lease = null, attempts = $3, due = clock_timestamp() + make_interval(secs => $4)
      where name = $1 and lease = $2`,
    values: [name, lease, made ? attempts : attempts - 1, made ? retryAfterMs(attempts) / 1000 : 0],
  })
}

export const retryAfterMs = (attempts: number, random?: number): number => backoffMs(attempts, RETRY, random)
