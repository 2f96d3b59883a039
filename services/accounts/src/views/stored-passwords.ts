import { passwordChanged } from '@fernweh/contracts/events/accounts'
import { type Pool, type Transaction, transaction } from '@fernweh/kit/server/database/database'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { record } from '../commands/record.ts'
import { endSignIns } from './sign-ins.ts'

/** What a password is compared with, and what it must not be made of. */
export interface Credentials {
  accountId: string
  name: string
  mail: string
  /** Null for an account that never had a password. */
  hash: string | null
}

export interface PasswordStore {
  ofMail(mail: string): Promise<Credentials | null>
  ofAccount(accountId: string): Promise<Credentials | null>
  /** Ends every sign-in but `signInId`. False when the password is not the `verified` one any more. */
  change(changed: { accountId: string; verified: string; hash: string; signInId: string }, meta: Meta): Promise<boolean>
}

const CREDENTIALS = `account_id as "accountId", name, coalesce(mail, '') as mail, password_hash as hash`

export function createPasswordStore({ pool, afterCommit }: { pool: Pool; afterCommit(): void }): PasswordStore {
  async function find(name: string, column: string, value: string): Promise<Credentials | null> {
    const text = `select ${CREDENTIALS} from people where ${column} = $1`
    const { rows } = await pool.query<Credentials>({ name, text, values: [value] })
    return rows[0] ?? null
  }

  return {
    ofMail: (mail) => find('credentials-of-mail', 'mail', mail),
    ofAccount: (accountId) => find('credentials-of-account', 'account_id', accountId),

    async change({ accountId, verified, hash, signInId }, meta) {
      const changed = await transaction(pool, async (tx) => {
        const { rowCount } = await tx.query(
          'select from people where account_id = $1 and password_hash = $2 for no key update',
          [accountId, verified],
        )
        if (rowCount === 0) return false
        await setPassword(tx, { accountId, hash, by: 'password', except: signInId, meta })
        return true
      })
      afterCommit()
      return changed
    },
  }
}

/** The row of the person is locked. Other sign-ins end, and links that would set a password lead nowhere any more. */
export async function setPassword(
  tx: Transaction,
  set: { accountId: string; hash: string; by: 'password' | 'reset'; except: string | null; meta: Meta },
): Promise<void> {
  const { accountId, hash, by, except, meta } = set
  await tx.query('update people set password_hash = $2 where account_id = $1', [accountId, hash])
  await tx.query('delete from password_resets where account_id = $1', [accountId])
  const ended = await endSignIns(tx, accountId, except)
  await record(tx, [{ id: accountId, event: { type: passwordChanged.type, data: { accountId, by } } }, ...ended], meta)
}
