import type { Profile } from '@fernweh/contracts/api/accounts'
import type { Role } from '@fernweh/contracts/identity'
import type { Transaction } from '@fernweh/kit/server/database/database'
import { seal } from '@fernweh/kit/server/personal-data/sealing'
import { openAccount } from '../domain/open-account.ts'
import type { Happened } from './record.ts'

export interface NewAccount {
  accountId: string
  role: Role
  mail: string
  profile: Profile
  passwordHash: string | null
  demo: boolean
  /** What is said of this person is sealed under it. */
  key: Buffer
}

/** Null, and nothing done, when the account or another one with that address is there; else what is to be recorded. */
export async function insertAccount(tx: Transaction, account: NewAccount): Promise<Happened[] | null> {
  const { accountId, role, mail, profile, passwordHash, demo, key } = account
  const { name, homeCity, locale, currency, interests } = profile
  const { rowCount } = await tx.query(
    `insert into people (account_id, role, mail, name, home_city, locale, currency, interests, password_hash, demo)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [accountId, role, mail, name, homeCity, locale, currency, interests, passwordHash, demo],
  )
  if (rowCount === 0) return null
  await tx.query('insert into keys (account_id, key) values ($1, $2)', [accountId, key])
  const events = openAccount({
    accountId,
    role,
    mail: seal(mail, accountId, key),
    profile: { ...profile, name: seal(name, accountId, key) },
  })
  return events.map((event) => ({ id: accountId, event }))
}
