import type { Refused } from '@fernweh/contracts/api/operation'
import type { Transaction } from '@fernweh/kit/server/database/database'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { hashToken } from '../credentials/tokens.ts'
import { toNewcomerProfile } from '../domain/create-profile.ts'
import { clearEndTimers } from '../views/link-timers.ts'
import { deleteSignUpsOf, findChosenPassword, findSignUp, type SignUpToConfirm } from '../views/sign-ups.ts'
import { addAccount } from './add-account.ts'
import type { CommandDeps } from './command-deps.ts'
import { type StartedSignIn, startSignIn } from './start-sign-in.ts'

const OUT_OF_DATE = { refused: 'link-out-of-date' } as const

/** Opens the account and signs in; refused also when the address got an account, or another password, in the meantime. */
export async function confirmSignUp(
  { pool, commit, passwords }: CommandDeps,
  { token, password }: { token: string; password: string },
  meta: Meta,
): Promise<(StartedSignIn & { next: string }) | Refused<'link-out-of-date' | 'wrong-password'>> {
  const tokenHash = hashToken(token)
  const chosen = await findChosenPassword(pool, tokenHash)
  if (chosen === undefined) return OUT_OF_DATE
  if (!(await passwords.verify(chosen, password))) return { refused: 'wrong-password' }
  return commit(async (tx) => {
    const signUp = await findSignUp(tx, tokenHash, chosen)
    if (!signUp || !(await openAccount(tx, signUp, chosen, meta))) return OUT_OF_DATE
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
