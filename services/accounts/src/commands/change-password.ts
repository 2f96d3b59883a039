import type { Refused } from '@fernweh/contracts/api/operation'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { signInRequired } from '@fernweh/kit/server/http/problem'
import { isTooCommon } from '../domain/is-too-common.ts'
import { findPasswordByAccount, lockPassword } from '../views/stored-passwords.ts'
import type { CommandDeps } from './command-deps.ts'
import { setPassword } from './set-password.ts'

interface Change {
  accountId: string
  /** The sign-in that makes the change; the others end. */
  signInId: string
  current: string
  next: string
}

export async function changePassword(
  deps: CommandDeps,
  change: Change,
  meta: Meta,
): Promise<Record<never, never> | Refused<'wrong-password' | 'password-too-common'>> {
  const { pool, commit, passwords } = deps
  const { accountId, signInId, current, next } = change
  const stored = await findPasswordByAccount(pool, accountId)
  if (!stored) throw signInRequired()
  const fits = await passwords.verify(stored.hash, current)
  // The second of a double click finds its password set.
  if (!stored.hash || !fits) return (await passwords.verify(stored.hash, next)) ? {} : { refused: 'wrong-password' }
  if (isTooCommon(next, stored)) return { refused: 'password-too-common' }
  const [verified, hash] = [stored.hash, await passwords.hash(next)]
  const isChanged = await commit(async (tx) => {
    if (!(await lockPassword(tx, accountId, verified))) return false
    await setPassword(tx, { accountId, hash, by: 'password', except: signInId }, meta)
    return true
  })
  return isChanged ? {} : changePassword(deps, change, meta)
}
