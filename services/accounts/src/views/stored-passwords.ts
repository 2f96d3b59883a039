import type { Pool, Transaction } from '@fernweh/kit/server/database/database'

/** What a password is compared with, and what it must not be made of. */
interface StoredPassword {
  accountId: string
  name: string
  mail: string
  /** Null for an account that never had a password. */
  hash: string | null
}

export const findPasswordByMail = (pool: Pool, mail: string) => find(pool, 'credentials-of-mail', 'mail', mail)

export const findPasswordByAccount = (pool: Pool, accountId: string) =>
  find(pool, 'credentials-of-account', 'account_id', accountId)

async function find(pool: Pool, name: string, column: string, value: string): Promise<StoredPassword | undefined> {
  const { rows } = await pool.query<StoredPassword>({
    name,
    text: `select account_id as "accountId", name, coalesce(mail, '') as mail, password_hash as hash
      from people where ${column} = $1`,
    values: [value],
  })
  return rows[0]
}

/** False when the password is another one by now. Otherwise the person stays locked, as by `lockPerson`. */
export async function lockPassword(tx: Transaction, accountId: string, verifiedHash: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'select from people where account_id = $1 and password_hash = $2 for no key update',
    [accountId, verifiedHash],
  )
  return rowCount === 1
}

export async function updatePassword(tx: Transaction, accountId: string, hash: string): Promise<void> {
  await tx.query('update people set password_hash = $2 where account_id = $1', [accountId, hash])
}
