/** What people are called, heard of accounts; sealed, so that who leaves is forgotten here too. */
import type { profileChanged } from '@fernweh/contracts/events/accounts'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import { bumpFeeds } from '@fernweh/kit/server/feeds/publisher'
import type { SealedText } from '@fernweh/kit/server/personal-data/sealing'
import { feedOf } from './reviews.ts'

/** Lists that show the name have changed with it. */
export async function knowNames(tx: Transaction, changed: readonly EventOf<typeof profileChanged>[]): Promise<void> {
  const names = new Map(changed.map(({ data }) => [data.accountId, data.name]))
  const accountIds = [...names.keys()].sort()
  await tx.query(
    `insert into names (account_id, name)
      select * from rows from (unnest($1::text[]), jsonb_array_elements($2::jsonb))
      on conflict (account_id) do update set name = excluded.name`,
    [accountIds, JSON.stringify(accountIds.map((accountId) => names.get(accountId)))],
  )
  await tx.query(bumpFeeds(await feedsOfAuthors(tx, accountIds)))
}

export async function feedsOfAuthors(db: Pool | Transaction, authorIds: string[]): Promise<string[]> {
  const { rows } = await db.query<{ experience_id: string }>(
    'select distinct experience_id from reviews where author_id = any($1::text[])',
    [authorIds],
  )
  return rows.map(({ experience_id }) => feedOf(experience_id))
}

export type FindName = (accountId: string) => Promise<SealedText | null>

export function createFindName(pool: Pool): FindName {
  return async (accountId) => {
    const text = 'select name from names where account_id = $1'
    const { rows } = await pool.query<{ name: SealedText }>({ name: 'sealed-name', text, values: [accountId] })
    return rows[0]?.name ?? null
  }
}
