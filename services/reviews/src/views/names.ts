/** Names of people, sealed, so that nobody can read them here once their person has left. */
import type { profileChanged } from '@fernweh/contracts/events/accounts'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { Pool, Statement } from '@fernweh/kit/server/database/database'
import type { SealedText } from '@fernweh/kit/server/personal-data/sealing'

type Profile = EventOf<typeof profileChanged>['data']

/** Later profiles of the same person come last. Rows are sorted, so that two transactions cannot deadlock. */
export function upsertNames(profiles: readonly Profile[]): Statement {
  const names = new Map(profiles.map(({ accountId, name }) => [accountId, name]))
  const accountIds = [...names.keys()].sort()
  return {
    name: 'upsert-names',
    text: `insert into names (account_id, name)
      select * from rows from (unnest($1::text[]), jsonb_array_elements($2::jsonb))
      on conflict (account_id) do update set name = excluded.name`,
    values: [accountIds, JSON.stringify(accountIds.map((accountId) => names.get(accountId)))],
  }
}

/** Null until accounts' event has arrived. */
export async function findName(pool: Pool, accountId: string): Promise<SealedText | null> {
  const text = 'select name from names where account_id = $1'
  const { rows } = await pool.query<{ name: SealedText }>({ name: 'find-name', text, values: [accountId] })
  return rows[0]?.name ?? null
}
