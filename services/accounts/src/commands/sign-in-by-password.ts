import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { findPasswordByMail, lockPassword, updatePassword } from '../views/stored-passwords.ts'
import type { CommandDeps } from './command-deps.ts'
import { type StartedSignIn, startSignIn } from './start-sign-in.ts'

const REFUSED = { refused: 'wrong-mail-or-password' } as const

/** One comparison and nothing else, whether or not the address has an account. */
export async function signInByPassword(
  { pool, commit, passwords }: CommandDeps,
  { mail, password }: { mail: string; password: string },
  meta: Meta,
): Promise<StartedSignIn | typeof REFUSED> {
  const stored = await findPasswordByMail(pool, mail)
  const fits = await passwords.verify(stored?.hash ?? null, password)
  if (!stored?.hash || !fits) return REFUSED
  const { accountId, hash: verified } = stored
  const renewed = passwords.isOutdated(verified) ? await passwords.hash(password) : null
  return commit(async (tx) => {
    // A new password ends all sign-ins: this one starts before that, or not at all.
    if (!(await lockPassword(tx, accountId, verified))) return REFUSED
    if (renewed) await updatePassword(tx, accountId, renewed)
    return startSignIn(tx, accountId, meta)
  })
}
