import { type Pool, transaction } from '@fernweh/kit/server/database/database'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { newId, toSubmission } from '../credentials/tokens.ts'
import { setIssueTimer } from '../views/link-timers.ts'
import { storeReset } from '../views/password-resets.ts'

/** Does not look up the address: the request is the same work for every address. */
export async function requestPasswordReset(
  pool: Pool,
  { mail, key }: { mail: string; key: string | undefined },
  meta: Meta,
): Promise<void> {
  const resetId = newId()
  await transaction(pool, async (tx) => {
    const isNew = await storeReset(tx, { resetId, submission: toSubmission(key, mail), mail })
    if (isNew) await tx.query(setIssueTimer('password-reset', resetId, meta))
  })
}
