import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { invalid } from '@fernweh/kit/server/http/problem'
import { newSealingKey } from '@fernweh/kit/server/personal-data/sealing'
import { isKnown, type NewPerson } from '../views/people.ts'
import { addAccount } from './add-account.ts'
import type { Commit } from './commit.ts'

/** Opening the same account again changes nothing; another account's address is invalid input. */
export async function openAccount(commit: Commit, person: Omit<NewPerson, 'passwordHash'>, meta: Meta): Promise<void> {
  await commit(async (tx) => {
    const account = { ...person, passwordHash: null, key: newSealingKey() }
    if (await addAccount(tx, account, meta)) return
    if (await isKnown(tx, person.accountId)) return
    throw invalid({ field: 'mail', problem: 'belongs to another account' })
  })
}
