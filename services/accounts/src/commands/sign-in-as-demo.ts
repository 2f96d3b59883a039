import type { Refused } from '@fernweh/contracts/api/operation'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { isDemo } from '../views/people.ts'
import type { Commit } from './commit.ts'
import { type StartedSignIn, startSignIn } from './start-sign-in.ts'

/** Without a password, as one of the people of the start screen only. */
export async function signInAsDemo(
  commit: Commit,
  accountId: string,
  meta: Meta,
): Promise<StartedSignIn | Refused<'no-such-person'>> {
  return commit(async (tx) =>
    (await isDemo(tx, accountId)) ? startSignIn(tx, accountId, meta) : { refused: 'no-such-person' },
  )
}
