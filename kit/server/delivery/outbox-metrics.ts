import type { Registry } from 'prom-client'
import type { Pool } from '../database/database.ts'
import { gauge, shared } from '../process/metrics.ts'

const MAX_COUNTED = 100_000

export function measureOutbox(pool: Pool, metrics: Registry | undefined): void {
  const read = shared(async () => {
    const { rows } = await pool.query<{ depth: number; age: number }>({
      name: 'measure-outbox',
      text: `select (select count(*) from (select from events where not published limit $1) as counted) as depth,
        coalesce((select extract(epoch from clock_timestamp() - at)::float8 from events where not published
          order by position limit 1), 0) as age`,
      values: [MAX_COUNTED],
    })
    return rows
  })
  gauge(metrics, { name: 'fernweh_outbox_events', help: 'Events not yet published, counted up to 100,000' }, async () =>
    (await read()).map(({ depth }) => ({ value: depth })),
  )
  gauge(metrics, { name: 'fernweh_outbox_oldest_seconds', help: 'Age of the oldest unpublished event' }, async () =>
    (await read()).map(({ age }) => ({ value: age })),
  )
}
