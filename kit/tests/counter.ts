/** A service as small as can be, to prove the pipe with: a counter that never exceeds its limit. */
import type { Refused } from '@fernweh/contracts/api/operation'
import type { Envelope } from '@fernweh/contracts/envelope'
import { type Clerk, createClerk, type Rules } from '../server/clerk.ts'
import type { Pool } from '../server/database.ts'
import type { Migration } from '../server/schema.ts'

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

export const counterRules: Rules<Add, { total: number }, Added, { total: number }> = {
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

export type CounterClerk = Clerk<Add, { total: number }>

export function createCounterClerk(pool: Pool, afterCommit = () => {}, rules = counterRules): CounterClerk {
  return createClerk({ pool, rules, afterCommit })
}

export const add = (
  clerk: CounterClerk,
  counter: string,
  amount = 1,
  key?: string,
): Promise<{ total: number } | Refused> => clerk.execute({ counter, amount }, { key, meta: { correlationId: 'test' } })
