import { randomUUID } from 'node:crypto'
import type { Transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { hashToken, newToken } from '../credentials/tokens.ts'
import type { Validity } from '../domain/decision.ts'
import { projectedDecider } from '../views/project.ts'
import { insertSignIn } from '../views/sign-ins.ts'

/** The token is opaque, and nobody can read it again. */
export interface StartedSignIn {
  token: string
  accountId: string
}

export async function startSignIn(tx: Transaction, accountId: string, meta: Meta): Promise<StartedSignIn> {
  const [signInId, token] = [randomUUID(), newToken()]
  const command = { type: 'start-sign-in' as const, signInId, accountId }
  const { answers } = await decideAll(tx, projectedDecider, [{ command, meta }])
  const { expiresAt } = answers[0] as Validity
  await insertSignIn(tx, { signInId, accountId, tokenHash: hashToken(token), expiresAt })
  return { token, accountId }
}
