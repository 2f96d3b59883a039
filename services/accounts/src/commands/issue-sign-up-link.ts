import type { Transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { newSealingKey, seal } from '@fernweh/kit/server/personal-data/sealing'
import { hashToken, newId, newToken } from '../credentials/tokens.ts'
import type { Validity } from '../domain/decision.ts'
import { setEndTimer } from '../views/link-timers.ts'
import { findOwner } from '../views/people.ts'
import { projectedDecider } from '../views/project.ts'
import { lockUnsentSignUp, storeRepeatedSignUp, storeSignUpLink, type UnsentSignUp } from '../views/sign-ups.ts'
import type { Commit } from './commit.ts'

/** Does nothing when it was done before. The owner of an address that has an account is notified, and gets no link. */
export async function issueSignUpLink(commit: Commit, signUpId: string, meta: Meta): Promise<void> {
  await commit(async (tx) => {
    const signUp = await lockUnsentSignUp(tx, signUpId)
    if (!signUp) return
    const owner = await findOwner(tx, signUp.mail)
    const expiresAt = owner
      ? await notifyOwner(tx, { signUpId, accountId: owner.accountId }, meta)
      : await sendLink(tx, signUp, meta)
    await tx.query(setEndTimer('sign-up', signUpId, expiresAt))
  })
}

async function notifyOwner(
  tx: Transaction,
  { signUpId, accountId }: { signUpId: string; accountId: string },
  meta: Meta,
): Promise<Date> {
  const command = { type: 'repeat-sign-up' as const, accountId }
  const { answers } = await decideAll(tx, projectedDecider, [{ command, meta }])
  const { expiresAt } = answers[0] as Validity
  await storeRepeatedSignUp(tx, signUpId, expiresAt)
  return expiresAt
}

async function sendLink(tx: Transaction, { signUpId, mail, name, locale }: UnsentSignUp, meta: Meta): Promise<Date> {
  const [accountId, key, token] = [newId(), newSealingKey(), newToken()]
  const sealed = (text: string) => seal(text, accountId, key)
  const signUp = { accountId, mail: sealed(mail), name: sealed(name), token: sealed(token), locale }
  const command = { type: 'request-sign-up' as const, signUpId, signUp }
  const { answers } = await decideAll(tx, projectedDecider, [{ command, meta }])
  const { expiresAt } = answers[0] as Validity
  await storeSignUpLink(tx, signUpId, { accountId, key, tokenHash: hashToken(token), expiresAt })
  return expiresAt
}
