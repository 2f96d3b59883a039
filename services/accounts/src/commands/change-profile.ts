import type { Profile } from '@fernweh/contracts/api/accounts'
import { isRefused, type Refused } from '@fernweh/contracts/api/operation'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { signInRequired } from '@fernweh/kit/server/http/problem'
import { seal } from '@fernweh/kit/server/personal-data/sealing'
import { lockProfile, updateProfile } from '../views/profiles.ts'
import { projectedDecider } from '../views/project.ts'
import type { Commit } from './commit.ts'

interface Change {
  accountId: string
  profile: Profile
  /** The version that the change was made from. */
  version: number
}

export async function changeProfile(
  commit: Commit,
  { accountId, profile, version }: Change,
  meta: Meta,
): Promise<Refused<'changed-elsewhere'> | null> {
  return commit(async (tx) => {
    const locked = await lockProfile(tx, accountId)
    if (!locked) throw signInRequired()
    const { profile: current, key } = locked
    const next = { ...profile, currency: profile.currency ?? current.currency }
    const name = seal(next.name, accountId, key)
    const command = { type: 'change-profile' as const, accountId, version, current, next, name }
    const { answers, appended } = await decideAll(tx, projectedDecider, [{ command, meta }])
    if (appended.length > 0) await updateProfile(tx, accountId, next)
    return answers.find(isRefused<'changed-elsewhere'>) ?? null
  })
}
