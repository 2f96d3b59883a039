import type { Profile } from '@fernweh/contracts/api/accounts'
import type { Refused } from '@fernweh/contracts/api/operation'
import { type Pool, type Transaction, transaction } from '@fernweh/kit/server/database/database'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { lockHeads } from '@fernweh/kit/server/event-log/event-log'
import { seal } from '@fernweh/kit/server/personal-data/sealing'
import { decideProfile, type VersionedProfile } from '../domain/change-profile.ts'
import { changeProfile } from '../domain/open-account.ts'
import { record } from './record.ts'

export interface ProfileStore {
  /** Null when there is no such account. */
  change(accountId: string, wish: VersionedProfile, meta: Meta): Promise<'done' | Refused<'changed-elsewhere'> | null>
}

export function createProfileStore({ pool, afterCommit }: { pool: Pool; afterCommit(): void }): ProfileStore {
  return {
    async change(accountId, wish, meta) {
      const outcome = await transaction(pool, async (tx) => {
        const current = await lockProfile(tx, accountId)
        if (!current) return null
        const decision = decideProfile(current, wish)
        if (decision === 'changed') await store(tx, { accountId, profile: wish.profile, key: current.key, meta })
        return typeof decision === 'string' ? 'done' : decision
      })
      afterCommit()
      return outcome
    },
  }
}

/** The head is locked before the profile is read: who had to wait sees what the other has written. */
async function lockProfile(tx: Transaction, accountId: string): Promise<(VersionedProfile & { key: Buffer }) | null> {
  const stream = `profile.${accountId}`
  const { heads } = await lockHeads(tx, [stream])
  const { rows } = await tx.query<Profile & { key: Buffer }>(
    `select name, home_city as "homeCity", locale, currency, interests, key
      from people join keys using (account_id) where account_id = $1`,
    [accountId],
  )
  if (!rows[0]) return null
  const { key, ...profile } = rows[0]
  return { profile, version: heads.get(stream) ?? 0, key }
}

async function store(
  tx: Transaction,
  { accountId, profile, key, meta }: { accountId: string; profile: Profile; key: Buffer; meta: Meta },
): Promise<void> {
  const { name, homeCity, locale, currency, interests } = profile
  await tx.query(
    'update people set name = $2, home_city = $3, locale = $4, currency = $5, interests = $6 where account_id = $1',
    [accountId, name, homeCity, locale, currency, interests],
  )
  const event = changeProfile(accountId, { ...profile, name: seal(name, accountId, key) })
  await record(tx, [{ id: accountId, event }], meta)
}
