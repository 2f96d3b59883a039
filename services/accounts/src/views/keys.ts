/** The keys under which personal data is sealed. They are not in the log: whoever deletes one makes every copy unreadable. */
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'

export async function insertKey(tx: Transaction, accountId: string, key: Buffer): Promise<void> {
  await tx.query('insert into keys (account_id, key) values ($1, $2)', [accountId, key])
}

/** Also of people whose sign-up is not confirmed yet. */
export async function findKeys(pool: Pool, accountIds: string[]): Promise<Map<string, Buffer>> {
  const { rows } = await pool.query<{ account_id: string; key: Buffer }>({
    name: 'find-keys',
    text: `select account_id, key from keys where account_id = any($1::text[])
      union all select account_id, key from sign_ups where account_id = any($1::text[])`,
    values: [accountIds],
  })
  return new Map(rows.map(({ account_id, key }) => [account_id, key]))
}
