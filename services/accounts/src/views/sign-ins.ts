import { randomUUID } from 'node:crypto'
import { isRefused, type Refused } from '@fernweh/contracts/api/operation'
import { type Pool, type Transaction, transaction } from '@fernweh/kit/server/database/database'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { type Happened, record } from '../commands/record.ts'
import { hashOfToken, newToken } from '../credentials/tokens.ts'
import { expiryOf, isCurrent, type SignIn, signIn, signInAsDemo, signOut } from '../domain/start-sign-in.ts'

/** The token is opaque and shown once. */
export interface Started {
  token: string
  accountId: string
}

export interface SignInStore {
  /** `verified` is the stored hash the password was compared with; null when another one has taken its place since. */
  byPassword(
    person: { accountId: string; verified: string; rehashed: string | null },
    meta: Meta,
  ): Promise<Started | null>
  asDemo(accountId: string, meta: Meta): Promise<Started | Refused<'no-such-person'>>
  /** False when it is not a sign-in of that account. */
  end(signInId: string, accountId: string, meta: Meta): Promise<boolean>
  endAll(accountId: string, meta: Meta): Promise<void>
  /** The sign-in a token stands for, if it is current. */
  find(token: string): Promise<(SignIn & { role: string }) | null>
  /** Newest first. */
  currentOf(accountId: string): Promise<{ signInId: string; startedAt: Date }[]>
}

const SIGN_IN = 'sign_in_id as "signInId", account_id as "accountId", expires_at as "expiresAt", ended'

export function createSignInStore({ pool, afterCommit }: { pool: Pool; afterCommit(): void }): SignInStore {
  async function committed<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const result = await transaction(pool, work)
    afterCommit()
    return result
  }

  return {
    byPassword({ accountId, verified, rehashed }, meta) {
      return committed(async (tx) => {
        // A password that is being changed ends all sign-ins: this one comes before that, or not at all.
        const { rowCount } = await tx.query(
          'select from people where account_id = $1 and password_hash = $2 for no key update',
          [accountId, verified],
        )
        if (rowCount === 0) return null
        if (rehashed) {
          await tx.query('update people set password_hash = $2 where account_id = $1', [accountId, rehashed])
        }
        return startSignIn(tx, signIn(randomUUID(), accountId), meta)
      })
    },

    asDemo(accountId, meta) {
      return committed(async (tx) => {
        const text = 'select account_id as "accountId", demo from people where account_id = $1'
        const { rows } = await tx.query<{ accountId: string; demo: boolean }>(text, [accountId])
        const event = signInAsDemo(randomUUID(), rows[0] ?? null)
        return isRefused(event) ? event : startSignIn(tx, event, meta)
      })
    },

    end(signInId, accountId, meta) {
      return committed(async (tx) => {
        const text = `select ${SIGN_IN} from sign_ins where sign_in_id = $1 and account_id = $2 for update`
        const { rows } = await tx.query<SignIn>(text, [signInId, accountId])
        if (!rows[0]) return false
        if (rows[0].ended) return true
        await tx.query('update sign_ins set ended = true where sign_in_id = $1', [signInId])
        await record(tx, [{ id: signInId, event: signOut(signInId, accountId) }], meta)
        return true
      })
    },

    endAll: (accountId, meta) => committed(async (tx) => record(tx, await endSignIns(tx, accountId), meta)),

    async find(token) {
      const { rows } = await pool.query<SignIn & { role: string; now: Date }>({
        name: 'find-sign-in',
        text: `select ${SIGN_IN}, role, clock_timestamp() as now from sign_ins join people using (account_id) where token_hash = $1`,
        values: [hashOfToken(token)],
      })
      const [found] = rows
      return found && isCurrent(found, found.now) ? found : null
    },

    async currentOf(accountId) {
      const { rows } = await pool.query<{ signInId: string; startedAt: Date }>({
        name: 'current-sign-ins',
        text: `select sign_in_id as "signInId", started_at as "startedAt" from sign_ins
          where account_id = $1 and not ended and expires_at > clock_timestamp() order by started_at desc`,
        values: [accountId],
      })
      return rows
    },
  }
}

/** In the transaction of what it follows from; `before` is what happened first. */
export async function startSignIn(
  tx: Transaction,
  event: ReturnType<typeof signIn>,
  meta: Meta,
  before: readonly Happened[] = [],
): Promise<Started> {
  const { signInId, accountId } = event.data
  const token = newToken()
  const { rows } = await tx.query<{ now: Date }>('select clock_timestamp() as now')
  await tx.query('insert into sign_ins (sign_in_id, account_id, token_hash, expires_at) values ($1, $2, $3, $4)', [
    signInId,
    accountId,
    hashOfToken(token),
    expiryOf(rows[0]?.now as Date),
  ])
  await record(tx, [...before, { id: signInId, event }], meta)
  return { token, accountId }
}

/** Every sign-in of the account, or every one but `except`; what happened is to be recorded. */
export async function endSignIns(
  tx: Transaction,
  accountId: string,
  except: string | null = null,
): Promise<Happened[]> {
  const { rows } = await tx.query<{ signInId: string }>(
    `update sign_ins set ended = true where account_id = $1 and not ended and sign_in_id is distinct from $2
      returning sign_in_id as "signInId"`,
    [accountId, except],
  )
  return rows.map(({ signInId }) => ({ id: signInId, event: signOut(signInId, accountId) }))
}
