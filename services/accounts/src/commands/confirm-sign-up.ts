import type { Refused } from '@fernweh/contracts/api/operation'
import type { Transaction } from '@fernweh/kit/server/database/database'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { hashToken } from '../credentials/tokens.ts'
import { toNewcomerProfile } from '../domain/create-profile.ts'
import { isTooCommon } from '../domain/is-too-common.ts'
import { clearEndTimers } from '../views/link-timers.ts'
import { deleteSignUpsOf, findSignUp, type SignUpToConfirm } from '../views/sign-ups.ts'
import { addAccount } from './add-account.ts'
import type { CommandDeps } from './command-deps.ts'
import { type StartedSignIn, startSignIn } from './start-sign-in.ts'

const OUT_OF_DATE = { refused: 'link-out-of-date' } as const

/** Opens the account and signs in; refused also when the address got an account in the meantime. */
export async function confirmSignUp(
  { pool, commit, passwords }: CommandDeps,
  { token, password }: { token: string; password: string },
  meta: Meta,
): Promise<(StartedSignIn & { next: string }) | Refused<'link-out-of-date' | 'password-too-common'>> {
  const tokenHash = hashToken(token)
  const found = await findSignUp(pool, tokenHash)
  if (!found) return OUT_OF_DATE
  if (isTooCommon(password, found)) return { refused: 'password-too-common' }
  const passwordHash = await passwords.hash(password)
  return commit(async (tx) => {
    const signUp = await findSignUp(tx, tokenHash)
    if (!signUp || !(await openAccount(tx, signUp, passwordHash, meta))) return OUT_OF_DATE
    return { ...(await startSignIn(tx, signUp.accountId, meta)), next: signUp.next }
  })
}

/** Of several links for one address, or several requests with one link, one opens the account. */
async function openAccount(
  tx: Transaction,
  { accountId, mail, name, locale, key }: SignUpToConfirm,
  passwordHash: string,
  meta: Meta,
): Promise<boolean> {
  const profile = toNewcomerProfile(name, locale)
  const account = { accountId, role: 'traveller' as const, mail, profile, passwordHash, demo: false, key }
  if (!(await addAccount(tx, account, meta))) return false
  await tx.query(clearEndTimers('sign-up', await deleteSignUpsOf(tx, mail)))
  return true
}
