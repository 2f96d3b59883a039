import type { StoredProfile } from '@fernweh/contracts/api/accounts'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'

interface VersionedProfile {
  profile: StoredProfile
  mail: string | null
  /** Of the stream `profile.<id>`. */
  version: number
}

export async function findProfile(pool: Pool, accountId: string): Promise<VersionedProfile | undefined> {
  const { rows } = await pool.query<StoredProfile & { mail: string | null; version: number }>({
    name: 'find-profile',
    text: `select name, home_city as "homeCity", locale, currency, interests, mail, version
      from people join heads on stream = 'profile.' || account_id where account_id = $1`,
    values: [accountId],
  })
  return rows.map(({ mail, version, ...profile }) => ({ profile, mail, version }))[0]
}

/** With the key that seals the name. The row stays locked, so that nobody changes the profile in the meantime. */
export async function lockProfile(
  tx: Transaction,
  accountId: string,
): Promise<{ profile: StoredProfile; key: Buffer } | undefined> {
  const { rows } = await tx.query<StoredProfile & { key: Buffer }>(
    `select name, home_city as "homeCity", locale, currency, interests, key
      from people join keys using (account_id) where account_id = $1 for no key update of people`,
    [accountId],
  )
  return rows.map(({ key, ...profile }) => ({ profile, key }))[0]
}

export async function updateProfile(tx: Transaction, accountId: string, profile: StoredProfile): Promise<void> {
  const { name, homeCity, locale, currency, interests } = profile
  await tx.query(
    'update people set name = $2, home_city = $3, locale = $4, currency = $5, interests = $6 where account_id = $1',
    [accountId, name, homeCity, locale, currency, interests],
  )
}
