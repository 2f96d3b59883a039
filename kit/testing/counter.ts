/** The smallest possible service, for tests: a counter that never exceeds its limit. */
import type { Refused } from '@fernweh/contracts/api/operation'
import { defineEvent } from '@fernweh/contracts/events/define-event'
import { z } from 'zod'
import type { Pool } from '../server/database/database.ts'
import type { Migration } from '../server/database/schema.ts'
import { type CommandBatcher, createCommandBatcher } from '../server/event-log/command-batcher.ts'
import type { Decider } from '../server/event-log/decide-all.ts'

export const LIMIT = 10

export interface Add {
  counter: string
  amount: number
}
interface Added {
  type: 'fernweh.counters.added'
  data: { amount: number }
}

export const counterTables: Migration[] = [
  { name: '001-counters', sql: 'create table counters (counter text primary key, total integer not null)' },
]

const added = defineEvent({
  type: 'fernweh.counters.added',
  noun: 'counter',
  data: z.object({ amount: z.number() }),
})

export const counterDecider: Required<Decider<Add, { total: number }, Added, { total: number }>> = {
  events: [added],
  streamOf: ({ counter }) => `counter.${counter}`,
  initial: { total: 0 },
  evolve: ({ total }, { data }) => ({ total: total + data.amount }),
  decide({ amount }, { total }) {
    if (total + amount > LIMIT) return { refused: 'limit-reached' }
    return { events: [{ type: 'fernweh.counters.added', data: { amount } }], answer: { total: total + amount } }
  },
  project: (appended) => [
    {
      name: 'counters',
      text: `insert into counters select * from unnest($1::text[], $2::int[])
        on conflict (counter) do update set total = excluded.total`,
      values: [appended.map(({ stream }) => stream), appended.map(({ state }) => state.total)],
    },
  ],
}

export type CounterBatcher = CommandBatcher<Add, { total: number }>

export function createCounterBatcher(
  pool: Pool,
  afterCommit = () => {},
  decider: Decider<Add, { total: number }, Added, { total: number }> = counterDecider,
): CounterBatcher {
  return createCommandBatcher({ pool, decider, afterCommit })
}

export const add = (
  batcher: CounterBatcher,
  counter: string,
  amount = 1,
  key?: string,
): Promise<{ total: number } | Refused> =>
  batcher.execute({ counter, amount }, { key, meta: { correlationId: 'test' } })
