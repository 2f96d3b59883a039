import type { signUp } from '@fernweh/contracts/api/accounts'
import type { BodyOf } from '@fernweh/contracts/api/operation'
import { type Pool, transaction } from '@fernweh/kit/server/database/database'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { newId, toSubmission } from '../credentials/tokens.ts'
import { setIssueTimer } from '../views/link-timers.ts'
import { storeSignUp } from '../views/sign-ups.ts'

/** Does not look up the address: the request is the same work for every address. */
export async function requestSignUp(
  pool: Pool,
  { key, ...newcomer }: BodyOf<typeof signUp> & { key: string | undefined },
  meta: Meta,
): Promise<void> {
  const signUpId = newId()
  const submission = toSubmission(key, newcomer.mail)
  await transaction(pool, async (tx) => {
    const isNew = await storeSignUp(tx, { ...newcomer, signUpId, submission })
    if (isNew) await tx.query(setIssueTimer('sign-up', signUpId, meta))
  })
}
