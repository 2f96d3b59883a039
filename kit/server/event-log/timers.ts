/** Timers are rows that fire by the database's clock, also those that came due while everything was down. */
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Pool, Statement } from '../database/database.ts'
import { measureOverdue } from '../database/overdue-metrics.ts'
import { type Loop, repeat } from '../process/repeat.ts'

export interface Timer {
  /** `<what>.<id>`; setting it again moves the timer. */
  name: string
  due: Date
  data: unknown
}

export function setTimers(timers: readonly Timer[]): Statement {
  return {
    name: 'set-timers',
    text: `insert into timers (name, due, data) select * from unnest($1::text[], $2::timestamptz[], $3::jsonb[])
      on conflict (name) do update set due = excluded.due, data = excluded.data`,
    values: [
      timers.map(({ name }) => name),
      timers.map(({ due }) => due),
      timers.map(({ data }) => JSON.stringify(data)),
    ],
  }
}

export function clearTimers(names: readonly string[]): Statement {
  return { name: 'clear-timers', text: 'delete from timers where name = any($1::text[])', values: [names] }
}

const POLL_MS = 100
const BATCH = 200
/** After this long, another instance fires a timer whose instance died. */
const LEASE_SECONDS = 10

interface Options {
  pool: Pool
  fire(due: Timer[]): Promise<void>
  log: Logger
  metrics?: Registry | undefined
}

/** Removes timers after `fire`; a crash between the two fires them again, so the effect must be one that happens once. */
export function runTimers({ pool, fire, log, metrics }: Options): Pick<Loop, 'stop'> {
  measureOverdue(pool, metrics, 'timers')

  async function fireDue(): Promise<number> {
    const { rows } = await pool.query<Timer>({
      name: 'take-timers',
      text: `update timers set due = clock_timestamp() + make_interval(secs => $2) where name in
          (select name from timers where due <= clock_timestamp() order by due limit $1 for update skip locked)
        returning name, due, data`,
      values: [BATCH, LEASE_SECONDS],
    })
    if (rows.length === 0) return POLL_MS
    await fire(rows)
    await pool.query(clearTimers(rows.map(({ name }) => name)))
    return rows.length < BATCH ? POLL_MS : 0
  }

  return repeat({ work: fireDue, failure: 'timers not fired', log })
}
