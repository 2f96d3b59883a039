import type { Person, StoredProfile } from '@fernweh/contracts/api/accounts'
import type { Role } from '@fernweh/contracts/identity'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'

export interface NewPerson {
  accountId: string
  role: Role
  mail: string
  profile: StoredProfile
  /** Null for an account that has no password yet. */
  passwordHash: string | null
  demo: boolean
}

/** False, and nothing changes, when the account, or another one with that address, exists. */
export async function insertPerson(tx: Transaction, person: NewPerson): Promise<boolean> {
  const { accountId, role, mail, profile, passwordHash, demo } = person
  const { name, homeCity, locale, currency, interests } = profile
  const { rowCount } = await tx.query(
    `insert into people (account_id, role, mail, name, home_city, locale, currency, interests, password_hash, demo)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [accountId, role, mail, name, homeCity, locale, currency, interests, passwordHash, demo],
  )
  return rowCount === 1
}

/** The row stays locked: password and sign-ins of this person change by one transaction at a time. */
export async function lockPerson(tx: Transaction, accountId: string): Promise<void> {
  await tx.query('select from people where account_id = $1 for no key update', [accountId])
}

export async function isKnown(tx: Transaction, accountId: string): Promise<boolean> {
  const { rowCount } = await tx.query('select from people where account_id = $1', [accountId])
  return rowCount === 1
}

export async function isDemo(tx: Transaction, accountId: string): Promise<boolean> {
  const { rowCount } = await tx.query('select from people where account_id = $1 and demo', [accountId])
  return rowCount === 1
}

/** Whose address it is; `key` is null once that person has left. */
export async function findOwner(
  tx: Transaction,
  mail: string,
): Promise<{ accountId: string; key: Buffer | null } | undefined> {
  const { rows } = await tx.query<{ accountId: string; key: Buffer | null }>(
    'select account_id as "accountId", key from people left join keys using (account_id) where mail = $1',
    [mail],
  )
  return rows[0]
}

const PERSON = 'account_id as "accountId", role, name, home_city as "homeCity"'

export async function findPerson(pool: Pool, accountId: string): Promise<Person | undefined> {
  const text = `select ${PERSON} from people where account_id = $1`
  const { rows } = await pool.query<Person>({ name: 'find-person', text, values: [accountId] })
  return rows[0]
}

/** In the order in which they were opened. */
export async function listDemoPeople(pool: Pool): Promise<Person[]> {
  const text = `select ${PERSON} from people where demo order by opened_at, account_id`
  const { rows } = await pool.query<Person>({ name: 'demo-people', text, values: [] })
  return rows
}
