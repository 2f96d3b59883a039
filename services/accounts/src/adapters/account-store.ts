/** Writes: the events, the people view and the keys, in one transaction each. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { isRefused, type Refused } from '@fernweh/contracts/api/operation'
import { accountsEvents } from '@fernweh/contracts/events/accounts'
import { type Pool, type Transaction, transaction } from '@fernweh/kit/server/database'
import { append, type Meta, type NewEvent } from '@fernweh/kit/server/event-log'
import { newSealingKey, seal } from '@fernweh/kit/server/sealing'
import { type AccountEvent, type OpenAccount, openAccount } from '../domain/open-account.ts'
import { expiryOf, isCurrent, type SignIn, type SignInEvent, signIn, signOut } from '../domain/sign-in.ts'

export type StartedSignIn = { token: string } | Refused<'no-such-person'>

export interface AccountStore {
  /** The same account again changes nothing. */
  open(command: OpenAccount, meta: Meta): Promise<void>
  signIn(accountId: string, meta: Meta): Promise<StartedSignIn>
  signOut(signInId: string, meta: Meta): Promise<void>
  /** The sign-in a token stands for, if it is current. */
  findSignIn(token: string): Promise<(SignIn & { role: string }) | null>
  findKeys(accountIds: string[]): Promise<Map<string, Buffer>>
}

const TOKEN_BYTES = 32

export function createAccountStore({ pool, afterCommit }: { pool: Pool; afterCommit(): void }): AccountStore {
  return {
    async open(command, meta) {
      await transaction(pool, async (tx) => {
        if (!(await insertPerson(tx, command))) return
        const key = newSealingKey()
        await tx.query('insert into keys (account_id, key) values ($1, $2)', [command.accountId, key])
        const events = openAccount(command, seal(command.name, command.accountId, key))
        await append(
          tx,
          events.map((event) => toNewEvent(event, command.accountId, 1, meta)),
        )
      })
      afterCommit()
    },

    async signIn(accountId, meta) {
      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      const started = await transaction(pool, async (tx) => {
        const { rows } = await tx.query<{ accountId: string; demo: boolean; now: Date }>(
          'select account_id as "accountId", demo, clock_timestamp() as now from people where account_id = $1',
          [accountId],
        )
        const signInId = randomUUID()
        const event = signIn({ signInId }, rows[0] ?? null)
        if (isRefused(event)) return event
        await tx.query(
          'insert into sign_ins (sign_in_id, account_id, token_hash, expires_at) values ($1, $2, $3, $4)',
          [signInId, accountId, hashOfToken(token), expiryOf((rows[0] as { now: Date }).now)],
        )
        await append(tx, [toNewEvent(event, signInId, 1, meta)])
        return { token }
      })
      afterCommit()
      return started
    },

    async signOut(signInId, meta) {
      await transaction(pool, async (tx) => {
        const { rows } = await tx.query<SignIn>(`select ${SIGN_IN} from sign_ins where sign_in_id = $1 for update`, [
          signInId,
        ])
        const event = signOut(rows[0] ?? null)
        if (!event) return
        await tx.query('update sign_ins set ended = true where sign_in_id = $1', [signInId])
        await append(tx, [toNewEvent(event, signInId, 2, meta)])
      })
      afterCommit()
    },

    async findSignIn(token) {
      const { rows } = await pool.query<SignIn & { role: string; now: Date }>({
        name: 'find-sign-in',
        text: `select ${SIGN_IN}, role, clock_timestamp() as now from sign_ins join people using (account_id) where token_hash = $1`,
        values: [hashOfToken(token)],
      })
      const [found] = rows
      return found && isCurrent(found, found.now) ? found : null
    },

    async findKeys(accountIds) {
      const { rows } = await pool.query<{ account_id: string; key: Buffer }>({
        name: 'find-keys',
        text: 'select account_id, key from keys where account_id = any($1::text[])',
        values: [accountIds],
      })
      return new Map(rows.map(({ account_id, key }) => [account_id, key]))
    },
  }
}

const SIGN_IN = 'sign_in_id as "signInId", account_id as "accountId", expires_at as "expiresAt", ended'

/** A token is worth a sign-in: who reads the database finds only what cannot be turned back. */
const hashOfToken = (token: string) => createHash('sha256').update(token).digest()

async function insertPerson(tx: Transaction, person: OpenAccount): Promise<boolean> {
  const { accountId, role, name, homeCity, locale, currency, interests, demo } = person
  const { rowCount } = await tx.query(
    `insert into people (account_id, role, name, home_city, locale, currency, interests, demo)
      values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (account_id) do nothing`,
    [accountId, role, name, homeCity, locale, currency, interests, demo],
  )
  return rowCount === 1
}

function toNewEvent(event: AccountEvent | SignInEvent, id: string, version: number, meta: Meta): NewEvent {
  const definition = accountsEvents.find(({ type }) => type === event.type)
  if (!definition) throw new Error(`${event.type} is not an event of accounts`)
  return { stream: `${definition.noun}.${id}`, version, schemaVersion: definition.version, ...event, meta }
}
