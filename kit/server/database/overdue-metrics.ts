import type { Registry } from 'prom-client'
import { gauge, shared } from '../process/metrics.ts'
import type { Pool } from './database.ts'

const QUERIES = {
  timers: `select count(*) as overdue, coalesce(extract(epoch from clock_timestamp() - min(due))::float8, 0) as oldest
    from timers where due <= (select clock_timestamp())`,
  // Naming both values of `urgent` lets the index on (urgent, due) answer.
  calls: `select count(*) as overdue, coalesce(extract(epoch from clock_timestamp() - min(due))::float8, 0) as oldest
    from calls where urgent in (true, false) and due <= (select clock_timestamp())`,
}

export function measureOverdue(pool: Pool, metrics: Registry | undefined, table: 'timers' | 'calls'): void {
  const read = shared(async () => {
    const query = { name: `measure-${table}`, text: QUERIES[table] }
    return (await pool.query<{ overdue: number; oldest: number }>(query)).rows
  })
  const one = table === 'timers' ? 'timer' : 'call'
  const names = {
    timers: ['fernweh_timers_overdue', 'fernweh_timers_oldest_seconds'],
    calls: ['fernweh_calls_overdue', 'fernweh_calls_oldest_seconds'],
  }[table] as [string, string]
  gauge(metrics, { name: names[0], help: `${table} that are due and not taken` }, async () =>
    (await read()).map(({ overdue }) => ({ value: overdue })),
  )
  gauge(metrics, { name: names[1], help: `Time since the oldest overdue ${one} came due` }, async () =>
    (await read()).map(({ oldest }) => ({ value: oldest })),
  )
}
