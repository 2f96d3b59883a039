import type { Transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { seal } from '@fernweh/kit/server/personal-data/sealing'
import { hashToken, newToken } from '../credentials/tokens.ts'
import type { Validity } from '../domain/decision.ts'
import { passwordResetExpiry } from '../domain/expiry.ts'
import { setEndTimer } from '../views/link-timers.ts'
import { lockUnsentReset, type ResetLink, storeResetLink } from '../views/password-resets.ts'
import { findOwner } from '../views/people.ts'
import { projectedDecider } from '../views/project.ts'
import type { Commit } from './commit.ts'

/** Does nothing when it was done before. */
export async function issuePasswordResetLink(commit: Commit, resetId: string, meta: Meta): Promise<void> {
  await commit(async (tx) => {
    const reset = await lockUnsentReset(tx, resetId)
    if (!reset) return
    const owner = await findOwner(tx, reset.mail)
    const link = owner?.key
      ? await sendLink(tx, { accountId: owner.accountId, key: owner.key }, meta)
      : { accountId: null, tokenHash: null, expiresAt: passwordResetExpiry(reset.now) }
    await storeResetLink(tx, resetId, link)
    await tx.query(setEndTimer('password-reset', resetId, link.expiresAt))
  })
}

/** notifications sends the mail when the event arrives. */
async function sendLink(
  tx: Transaction,
  { accountId, key }: { accountId: string; key: Buffer },
  meta: Meta,
): Promise<ResetLink> {
  const token = newToken()
  const command = { type: 'request-password-reset' as const, accountId, token: seal(token, accountId, key) }
  const { answers } = await decideAll(tx, projectedDecider, [{ command, meta }])
  return { accountId, tokenHash: hashToken(token), expiresAt: (answers[0] as Validity).expiresAt }
}
