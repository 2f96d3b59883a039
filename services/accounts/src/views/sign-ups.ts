/**
 * A sign-up is asked for, answered, and only then looked at: whether the address has an account changes nothing a stranger
 * could see or measure. Its row leads to the link that confirms it, and is deleted by a timer when nobody does.
 */
import { randomUUID } from 'node:crypto'
import { signUpRepeated, signUpRequested } from '@fernweh/contracts/events/accounts'
import { type Pool, type Transaction, transaction } from '@fernweh/kit/server/database/database'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { clearTimers } from '@fernweh/kit/server/event-log/timers'
import { newSealingKey, seal } from '@fernweh/kit/server/personal-data/sealing'
import { insertAccount } from '../commands/add-account.ts'
import { record } from '../commands/record.ts'
import { hashOfToken, intentionOf, newId, newToken } from '../credentials/tokens.ts'
import { signUpEnds } from '../domain/link-expiry.ts'
import { profileOfNewcomer } from '../domain/open-account.ts'
import { signIn } from '../domain/start-sign-in.ts'
import { clockOf, endLater, endOf, type Links, lookSoon } from '../timers/fire-timers.ts'
import { type Started, startSignIn } from './sign-ins.ts'

export interface Newcomer {
  name: string
  mail: string
  locale: string
  /** Where to go on to once it is confirmed. */
  next: string
  passwordHash: string
}

export interface SignUpStore extends Links {
  /** The same wish (idempotency key and address) again sends no other mail; what was typed last counts. */
  ask(newcomer: Newcomer, key: string | undefined, meta: Meta): Promise<void>
  /** Hash of the password that was chosen with the sign-up of a link; null when the link is forged, used or out of date. */
  passwordOf(token: string): Promise<string | null>
  /** Null also when the address has an account by now, or another password than the `verified` was chosen meanwhile. */
  confirm(link: { token: string; verified: string }, meta: Meta): Promise<(Started & { next: string }) | null>
}

interface Pending {
  signUpId: string
  accountId: string
  mail: string
  name: string
  locale: string
  next: string
  passwordHash: string
  key: Buffer
}

export function createSignUpStore({ pool, afterCommit }: { pool: Pool; afterCommit(): void }): SignUpStore {
  return {
    async ask({ name, mail, locale, next, passwordHash }, key, meta) {
      await transaction(pool, async (tx) => {
        const signUpId = newId()
        const { rows } = await tx.query<{ isNew: boolean }>(
          `insert into sign_ups (sign_up_id, intention, mail, name, locale, next, password_hash)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict (intention) do update
            set name = excluded.name, locale = excluded.locale, next = excluded.next, password_hash = excluded.password_hash
            returning sign_up_id = $1 as "isNew"`,
          [signUpId, intentionOf(key, mail), mail, name, locale, next, passwordHash],
        )
        if (rows[0]?.isNew) await tx.query(lookSoon('sign-up', signUpId, meta))
      })
    },

    async issue(signUpId, meta) {
      await transaction(pool, async (tx) => {
        const { rows } = await tx.query<Pending>(
          `select ${PENDING} from sign_ups where sign_up_id = $1 and expires_at is null for update`,
          [signUpId],
        )
        if (!rows[0]) return
        const expiresAt = signUpEnds(await clockOf(tx))
        const owner = await ownerOf(tx, rows[0].mail)
        if (owner) await repeat(tx, { signUpId, owner, expiresAt, meta })
        else await sendLink(tx, { pending: rows[0], expiresAt, meta })
        await tx.query(endLater('sign-up', signUpId, expiresAt))
      })
      afterCommit()
    },

    async passwordOf(token) {
      const { rows } = await pool.query<Pick<Pending, 'passwordHash'>>(
        'select password_hash as "passwordHash" from sign_ups where token_hash = $1 and expires_at > clock_timestamp()',
        [hashOfToken(token)],
      )
      return rows[0]?.passwordHash ?? null
    },

    async confirm({ token, verified }, meta) {
      const started = await transaction(pool, async (tx) => {
        const { rows } = await tx.query<Pending>(
          `select ${PENDING} from sign_ups
            where token_hash = $1 and password_hash = $2 and expires_at > clock_timestamp()`,
          [hashOfToken(token), verified],
        )
        const [pending] = rows
        const opened = pending && (await open(tx, pending, meta))
        return opened ? { ...opened, next: pending.next } : null
      })
      afterCommit()
      return started
    },

    async end(signUpId) {
      await pool.query('delete from sign_ups where sign_up_id = $1', [signUpId])
    },
  }
}

const PENDING =
  'sign_up_id as "signUpId", account_id as "accountId", mail, name, locale, next, password_hash as "passwordHash", key'

async function ownerOf(tx: Transaction, mail: string): Promise<string | null> {
  const { rows } = await tx.query<{ owner: string }>('select account_id as owner from people where mail = $1', [mail])
  return rows[0]?.owner ?? null
}

/** No link comes of it. The row stays for as long as one would, so that the same wish is recognised. */
async function repeat(
  tx: Transaction,
  { signUpId, owner, expiresAt, meta }: { signUpId: string; owner: string; expiresAt: Date; meta: Meta },
): Promise<void> {
  await tx.query('update sign_ups set password_hash = null, expires_at = $2 where sign_up_id = $1', [
    signUpId,
    expiresAt,
  ])
  await record(tx, [{ id: owner, event: { type: signUpRepeated.type, data: { accountId: owner } } }], meta)
}

async function sendLink(
  tx: Transaction,
  { pending, expiresAt, meta }: { pending: Pending; expiresAt: Date; meta: Meta },
): Promise<void> {
  const { signUpId, mail, name, locale } = pending
  const [accountId, key, token] = [newId(), newSealingKey(), newToken()]
  await tx.query(
    'update sign_ups set account_id = $2, key = $3, token_hash = $4, expires_at = $5 where sign_up_id = $1',
    [signUpId, accountId, key, hashOfToken(token), expiresAt],
  )
  const sealed = (text: string) => seal(text, accountId, key)
  const data = {
    accountId,
    mail: sealed(mail),
    name: sealed(name),
    token: sealed(token),
    locale,
    expiresAt: expiresAt.toISOString(),
  }
  await record(tx, [{ id: signUpId, event: { type: signUpRequested.type, data } }], meta)
}

/** Of several links for one address, or several clicks on one, the unique address lets one through. */
async function open(tx: Transaction, pending: Pending, meta: Meta): Promise<Started | null> {
  const { accountId, mail, name, locale, passwordHash, key } = pending
  const profile = profileOfNewcomer(name, locale)
  const opened = await insertAccount(tx, {
    accountId,
    role: 'traveller',
    mail,
    profile,
    passwordHash,
    demo: false,
    key,
  })
  if (!opened) return null
  const { rows } = await tx.query<{ id: string }>('delete from sign_ups where mail = $1 returning sign_up_id as id', [
    mail,
  ])
  await tx.query(clearTimers(rows.map(({ id }) => endOf('sign-up', id))))
  return startSignIn(tx, signIn(randomUUID(), accountId), meta, opened)
}
