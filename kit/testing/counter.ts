/** The smallest service: a counter that never exceeds its limit. */
import type { Refused } from '@fernweh/contracts/api/operation'
import type { Envelope } from '@fernweh/contracts/envelope'
import type { Pool } from '../server/database/database.ts'
import type { Migration } from '../server/database/schema.ts'
import { type CommandBatcher, createCommandBatcher, type Decider } from '../server/event-log/command-batcher.ts'

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

export const counterRules: Decider<Add, { total: number }, Added, { total: number }> = {
  streamOf: ({ counter }) => `counter.${counter}`,
  initial: { total: 0 },
  evolve: ({ total }, { data }) => ({ total: total + data.amount }),
  decide({ amount }, { total }) {
    if (total + amount > LIMIT) return { refused: 'limit-reached' }
    return { events: [{ type: 'fernweh.counters.added', data: { amount } }], answer: { total: total + amount } }
  },
  read: (event: Envelope) => event as unknown as Added,
  schemaVersionOf: () => 1,
  project: (appended) => [
    {
      name: 'counters',
      text: `insert into counters select * from unnest($1::text[], $2::int[])
        on conflict (counter) do update set total = excluded.total`,
      values: [appended.map(({ stream }) => stream), appended.map(({ state }) => state.total)],
    },
  ],
}

export type CounterClerk = CommandBatcher<Add, { total: number }>

export function createCounterClerk(pool: Pool, afterCommit = () => {}, rules = counterRules): CounterClerk {
  return createCommandBatcher({ pool, rules, afterCommit })
}

export const add = (
  clerk: CounterClerk,
  counter: string,
  amount = 1,
  key?: string,
): Promise<{ total: number } | Refused> => clerk.execute({ counter, amount }, { key, meta: { correlationId: 'test' } })
