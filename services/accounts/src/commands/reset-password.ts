import type { Refused } from '@fernweh/contracts/api/operation'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { hashToken } from '../credentials/tokens.ts'
import { isTooCommon } from '../domain/is-too-common.ts'
import { findResettable, takeReset } from '../views/password-resets.ts'
import { lockPerson } from '../views/people.ts'
import type { CommandDeps } from './command-deps.ts'
import { setPassword } from './set-password.ts'

const OUT_OF_DATE = { refused: 'link-out-of-date' } as const

/** Sets the password by a link, and ends every sign-in. */
export async function resetPassword(
  { pool, commit, passwords }: CommandDeps,
  { token, password }: { token: string; password: string },
  toMeta: (accountId: string) => Meta,
): Promise<Record<never, never> | Refused<'link-out-of-date' | 'password-too-common'>> {
  const tokenHash = hashToken(token)
  const account = await findResettable(pool, tokenHash)
  if (!account) return OUT_OF_DATE
  if (isTooCommon(password, account)) return { refused: 'password-too-common' }
  const { accountId } = account
  const hash = await passwords.hash(password)
  return commit(async (tx) => {
    await lockPerson(tx, accountId)
    if (!(await takeReset(tx, tokenHash))) return OUT_OF_DATE
    await setPassword(tx, { accountId, hash, by: 'reset', except: null }, toMeta(accountId))
    return {}
  })
}
