import { type Pool, transaction } from '@fernweh/kit/server/database/database'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { invalid } from '@fernweh/kit/server/http/problem'
import { newSealingKey } from '@fernweh/kit/server/personal-data/sealing'
import { insertAccount, type NewAccount } from './add-account.ts'
import { record } from './record.ts'

export interface AccountStore {
  /** The same account again changes nothing; somebody else's address is invalid input. */
  open(account: Omit<NewAccount, 'key' | 'passwordHash'>, meta: Meta): Promise<void>
  /** Also of people whose sign-up waits to be confirmed. */
  findKeys(accountIds: string[]): Promise<Map<string, Buffer>>
}

export function createAccountStore({ pool, afterCommit }: { pool: Pool; afterCommit(): void }): AccountStore {
  return {
    async open(account, meta) {
      await transaction(pool, async (tx) => {
        const opened = await insertAccount(tx, { ...account, passwordHash: null, key: newSealingKey() })
        if (opened) return record(tx, opened, meta)
        const { rowCount } = await tx.query('select from people where account_id = $1', [account.accountId])
        if (rowCount === 0) throw invalid({ field: 'mail', problem: 'belongs to another account' })
      })
      afterCommit()
    },

    async findKeys(accountIds) {
      const { rows } = await pool.query<{ account_id: string; key: Buffer }>({
        name: 'find-keys',
        text: `select account_id, key from keys where account_id = any($1::text[])
          union all select account_id, key from sign_ups where account_id = any($1::text[])`,
        values: [accountIds],
      })
      return new Map(rows.map(({ account_id, key }) => [account_id, key]))
    },
  }
}
