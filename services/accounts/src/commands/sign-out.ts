import { isRefused, type Refused } from '@fernweh/contracts/api/operation'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { projectedDecider } from '../views/project.ts'
import type { Commit } from './commit.ts'

export async function signOut(
  commit: Commit,
  { signInId, accountId }: { signInId: string; accountId: string },
  meta: Meta,
): Promise<Refused<'not-your-sign-in'> | null> {
  const command = { type: 'end-sign-in' as const, signInId, accountId }
  const { answers } = await commit((tx) => decideAll(tx, projectedDecider, [{ command, meta }]))
  return answers.find(isRefused<'not-your-sign-in'>) ?? null
}
