import type { Pool, Statement, Transaction } from '@fernweh/kit/server/database/database'
import { isCurrent } from '../domain/expiry.ts'

interface NewSignIn {
  signInId: string
  accountId: string
  tokenHash: Buffer
  expiresAt: Date
}

export async function insertSignIn(tx: Transaction, signIn: NewSignIn): Promise<void> {
  const { signInId, accountId, tokenHash, expiresAt } = signIn
  await tx.query('insert into sign_ins (sign_in_id, account_id, token_hash, expires_at) values ($1, $2, $3, $4)', [
    signInId,
    accountId,
    tokenHash,
    expiresAt,
  ])
}

export const markEnded = (signInIds: string[]): Statement => ({
  name: 'end-sign-ins',
  text: 'update sign_ins set ended = true where sign_in_id = any($1::text[])',
  values: [signInIds],
})

/** Every sign-in of the account that has not ended, but `except`. */
export async function listOpenSignIns(
  tx: Transaction,
  accountId: string,
  except: string | null = null,
): Promise<string[]> {
  const { rows } = await tx.query<{ signInId: string }>(
    `select sign_in_id as "signInId" from sign_ins
      where account_id = $1 and not ended and sign_in_id is distinct from $2`,
    [accountId, except],
  )
  return rows.map(({ signInId }) => signInId)
}

interface CurrentSignIn {
  signInId: string
  accountId: string
  role: string
}

/** The sign-in that a token stands for, by the clock of the database. */
export async function findSignIn(pool: Pool, tokenHash: Buffer): Promise<CurrentSignIn | undefined> {
  const { rows } = await pool.query<CurrentSignIn & { expiresAt: Date; ended: boolean; now: Date }>({
    name: 'find-sign-in',
    text: `select sign_in_id as "signInId", account_id as "accountId", expires_at as "expiresAt", ended, role,
        clock_timestamp() as now
      from sign_ins join people using (account_id) where token_hash = $1`,
    values: [tokenHash],
  })
  return rows.find((signIn) => isCurrent(signIn, signIn.now))
}

/** Newest first. */
export async function listCurrentSignIns(
  pool: Pool,
  accountId: string,
): Promise<{ signInId: string; startedAt: Date }[]> {
  const { rows } = await pool.query<{ signInId: string; startedAt: Date }>({
    name: 'current-sign-ins',
    text: `select sign_in_id as "signInId", started_at as "startedAt" from sign_ins
      where account_id = $1 and not ended and expires_at > clock_timestamp() order by started_at desc`,
    values: [accountId],
  })
  return rows
}
