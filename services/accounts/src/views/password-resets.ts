/** Requests for a new password. A row has a link once it has a token, and is deleted when the link is over. */
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'

interface RequestedReset {
  resetId: string
  /** Equal for one form, however often it is sent. */
  submission: string | null
  mail: string
}

/** False when the form was sent before. */
export async function storeReset(tx: Transaction, { resetId, submission, mail }: RequestedReset): Promise<boolean> {
  const { rowCount } = await tx.query(
    'insert into password_resets (reset_id, intention, mail) values ($1, $2, $3) on conflict (intention) do nothing',
    [resetId, submission, mail],
  )
  return rowCount === 1
}

/** Undefined when its address has been looked up before. The row stays locked. */
export async function lockUnsentReset(
  tx: Transaction,
  resetId: string,
): Promise<{ mail: string; now: Date } | undefined> {
  const { rows } = await tx.query<{ mail: string; now: Date }>(
    `select mail, clock_timestamp() as now from password_resets
      where reset_id = $1 and expires_at is null for update`,
    [resetId],
  )
  return rows[0]
}

export interface ResetLink {
  /** Null without an account: the row only recognises the form when it is sent again. */
  accountId: string | null
  tokenHash: Buffer | null
  expiresAt: Date
}

export async function storeResetLink(tx: Transaction, resetId: string, link: ResetLink): Promise<void> {
  const { accountId, tokenHash, expiresAt } = link
  await tx.query('update password_resets set account_id = $2, token_hash = $3, expires_at = $4 where reset_id = $1', [
    resetId,
    accountId,
    tokenHash,
    expiresAt,
  ])
}

interface ResettableAccount {
  accountId: string
  name: string
  mail: string
}

/** Whose password the link sets; undefined when it is forged, used or out of date. */
export async function findResettable(pool: Pool, tokenHash: Buffer): Promise<ResettableAccount | undefined> {
  const { rows } = await pool.query<ResettableAccount>({
    name: 'find-password-reset',
    text: `select account_id as "accountId", name, people.mail from password_resets join people using (account_id)
      where token_hash = $1 and expires_at > clock_timestamp()`,
    values: [tokenHash],
  })
  return rows[0]
}

/** False when the link was used in the meantime, or is out of date. */
export async function takeReset(tx: Transaction, tokenHash: Buffer): Promise<boolean> {
  const { rowCount } = await tx.query(
    'delete from password_resets where token_hash = $1 and expires_at > clock_timestamp()',
    [tokenHash],
  )
  return rowCount === 1
}

export async function deleteResetsOf(tx: Transaction, accountId: string): Promise<void> {
  await tx.query('delete from password_resets where account_id = $1', [accountId])
}

export async function deleteReset(pool: Pool, resetId: string): Promise<void> {
  await pool.query('delete from password_resets where reset_id = $1', [resetId])
}
