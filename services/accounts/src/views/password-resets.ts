/** As with sign-ups, who asks is answered before anybody looks whether the address has an account. */
import { passwordResetRequested } from '@fernweh/contracts/events/accounts'
import { type Pool, type Transaction, transaction } from '@fernweh/kit/server/database/database'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { seal } from '@fernweh/kit/server/personal-data/sealing'
import { record } from '../commands/record.ts'
import { hashOfToken, intentionOf, newId, newToken } from '../credentials/tokens.ts'
import { passwordResetEnds } from '../domain/link-expiry.ts'
import { clockOf, endLater, type Links, lookSoon } from '../timers/fire-timers.ts'
import { setPassword } from './stored-passwords.ts'

export interface Resettable {
  accountId: string
  name: string
  mail: string
}

export interface ResetStore extends Links {
  /** The same wish (idempotency key and address) again changes nothing. */
  ask(mail: string, key: string | undefined, meta: Meta): Promise<void>
  /** Whose password the link sets; null when it is forged, used or out of date. */
  find(token: string): Promise<Resettable | null>
  /** Ends every sign-in. False when the link has been used in the meantime. */
  reset(link: { token: string; accountId: string; hash: string }, meta: Meta): Promise<boolean>
}

export function createResetStore({ pool, afterCommit }: { pool: Pool; afterCommit(): void }): ResetStore {
  return {
    async ask(mail, key, meta) {
      await transaction(pool, async (tx) => {
        const resetId = newId()
        const { rowCount } = await tx.query(
          `insert into password_resets (reset_id, intention, mail) values ($1, $2, $3)
            on conflict (intention) do nothing`,
          [resetId, intentionOf(key, mail), mail],
        )
        if (rowCount === 1) await tx.query(lookSoon('password-reset', resetId, meta))
      })
    },

    async issue(resetId, meta) {
      await transaction(pool, async (tx) => {
        const { rows } = await tx.query<{ mail: string }>(
          'select mail from password_resets where reset_id = $1 and expires_at is null for update',
          [resetId],
        )
        if (!rows[0]) return
        const expiresAt = passwordResetEnds(await clockOf(tx))
        await tx.query('update password_resets set expires_at = $2 where reset_id = $1', [resetId, expiresAt])
        const owner = await ownerOf(tx, rows[0].mail)
        if (owner) await sendLink(tx, { resetId, owner, expiresAt, meta })
        await tx.query(endLater('password-reset', resetId, expiresAt))
      })
      afterCommit()
    },

    async find(token) {
      const { rows } = await pool.query<Resettable>({
        name: 'find-password-reset',
        text: `select account_id as "accountId", name, people.mail from password_resets join people using (account_id)
          where token_hash = $1 and expires_at > clock_timestamp()`,
        values: [hashOfToken(token)],
      })
      return rows[0] ?? null
    },

    async reset({ token, accountId, hash }, meta) {
      const done = await transaction(pool, async (tx) => {
        await tx.query('select from people where account_id = $1 for no key update', [accountId])
        const { rowCount } = await tx.query(
          'delete from password_resets where token_hash = $1 and expires_at > clock_timestamp()',
          [hashOfToken(token)],
        )
        if (rowCount === 0) return false
        await setPassword(tx, { accountId, hash, by: 'reset', except: null, meta })
        return true
      })
      afterCommit()
      return done
    },

    async end(resetId) {
      await pool.query('delete from password_resets where reset_id = $1', [resetId])
    },
  }
}

interface Owner {
  accountId: string
  key: Buffer
}

async function ownerOf(tx: Transaction, mail: string): Promise<Owner | null> {
  const { rows } = await tx.query<Owner>(
    'select account_id as "accountId", key from people join keys using (account_id) where mail = $1',
    [mail],
  )
  return rows[0] ?? null
}

async function sendLink(
  tx: Transaction,
  { resetId, owner, expiresAt, meta }: { resetId: string; owner: Owner; expiresAt: Date; meta: Meta },
): Promise<void> {
  const { accountId, key } = owner
  const token = newToken()
  await tx.query('update password_resets set account_id = $2, token_hash = $3 where reset_id = $1', [
    resetId,
    accountId,
    hashOfToken(token),
  ])
  const data = { accountId, token: seal(token, accountId, key), expiresAt: expiresAt.toISOString() }
  await record(tx, [{ id: accountId, event: { type: passwordResetRequested.type, data } }], meta)
}
