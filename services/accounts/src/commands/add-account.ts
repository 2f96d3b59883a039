import type { Transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { seal } from '@fernweh/kit/server/personal-data/sealing'
import { insertKey } from '../views/keys.ts'
import { insertPerson, type NewPerson } from '../views/people.ts'
import { projectedDecider } from '../views/project.ts'

interface NewAccount extends NewPerson {
  /** Seals what events contain about this person. */
  key: Buffer
}

/**
 * False, and nothing changes, when the account, or another one with its address, exists. The row comes before the events: of
 * several transactions for one address it lets one through.
 */
export async function addAccount(tx: Transaction, account: NewAccount, meta: Meta): Promise<boolean> {
  const { accountId, role, mail, profile, key } = account
  if (!(await insertPerson(tx, account))) return false
  await insertKey(tx, accountId, key)
  const name = seal(profile.name, accountId, key)
  await decideAll(tx, projectedDecider, [
    { command: { type: 'open-account', accountId, role, mail: seal(mail, accountId, key) }, meta },
    { command: { type: 'create-profile', accountId, profile: { ...profile, name } }, meta },
  ])
  return true
}
