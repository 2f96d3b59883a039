/** Sign-ups that are not confirmed. A row has a link once it has a token, and is deleted when the link is over. */
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'

interface RequestedSignUp {
  signUpId: string
  /** Equal for one form, however often it is sent. */
  submission: string | null
  mail: string
  name: string
  locale: string
  /** Path to continue at once it is confirmed. */
  next: string
}

/** False when the form was sent before; what was typed last counts. */
export async function storeSignUp(tx: Transaction, signUp: RequestedSignUp): Promise<boolean> {
  const { signUpId, submission, mail, name, locale, next } = signUp
  const { rows } = await tx.query<{ isNew: boolean }>(
    `insert into sign_ups (sign_up_id, intention, mail, name, locale, next)
      values ($1, $2, $3, $4, $5, $6) on conflict (intention) do update
      set name = excluded.name, locale = excluded.locale, next = excluded.next
      returning sign_up_id = $1 as "isNew"`,
    [signUpId, submission, mail, name, locale, next],
  )
  return rows[0]?.isNew ?? false
}

export type UnsentSignUp = Pick<RequestedSignUp, 'signUpId' | 'mail' | 'name' | 'locale'>

/** Undefined when its address has been looked up before. The row stays locked. */
export async function lockUnsentSignUp(tx: Transaction, signUpId: string): Promise<UnsentSignUp | undefined> {
  const { rows } = await tx.query<UnsentSignUp>(
    `select sign_up_id as "signUpId", mail, name, locale from sign_ups
      where sign_up_id = $1 and expires_at is null for update`,
    [signUpId],
  )
  return rows[0]
}

/** Without a link: the address belongs to an account. */
export async function storeRepeatedSignUp(tx: Transaction, signUpId: string, expiresAt: Date): Promise<void> {
  await tx.query('update sign_ups set expires_at = $2 where sign_up_id = $1', [signUpId, expiresAt])
}

interface SignUpLink {
  accountId: string
  key: Buffer
  tokenHash: Buffer
  expiresAt: Date
}

export async function storeSignUpLink(tx: Transaction, signUpId: string, link: SignUpLink): Promise<void> {
  const { accountId, key, tokenHash, expiresAt } = link
  await tx.query(
    'update sign_ups set account_id = $2, key = $3, token_hash = $4, expires_at = $5 where sign_up_id = $1',
    [signUpId, accountId, key, tokenHash, expiresAt],
  )
}

export interface SignUpToConfirm extends Pick<RequestedSignUp, 'mail' | 'name' | 'locale' | 'next'> {
  accountId: string
  key: Buffer
}

/** Undefined when the link is forged, used or out of date. */
export async function findSignUp(
  database: Pool | Transaction,
  tokenHash: Buffer,
): Promise<SignUpToConfirm | undefined> {
  const { rows } = await database.query<SignUpToConfirm>(
    `select account_id as "accountId", mail, name, locale, next, key from sign_ups
      where token_hash = $1 and expires_at > clock_timestamp()`,
    [tokenHash],
  )
  return rows[0]
}

/** Returns the ids of the deleted ones. */
export async function deleteSignUpsOf(tx: Transaction, mail: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>('delete from sign_ups where mail = $1 returning sign_up_id as id', [
    mail,
  ])
  return rows.map(({ id }) => id)
}

export async function deleteSignUp(pool: Pool, signUpId: string): Promise<void> {
  await pool.query('delete from sign_ups where sign_up_id = $1', [signUpId])
}
