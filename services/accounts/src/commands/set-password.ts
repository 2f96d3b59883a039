import type { Transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import type { ChangePassword } from '../domain/change-password.ts'
import type { EndSignIn } from '../domain/end-sign-in.ts'
import { deleteResetsOf } from '../views/password-resets.ts'
import { projectedDecider } from '../views/project.ts'
import { listOpenSignIns } from '../views/sign-ins.ts'
import { updatePassword } from '../views/stored-passwords.ts'

interface NewPassword {
  accountId: string
  hash: string
  by: ChangePassword['by']
  /** The only sign-in that does not end. */
  except: string | null
}

/** For a person whose row is locked. Links that would set a password lead nowhere afterwards. */
export async function setPassword(tx: Transaction, password: NewPassword, meta: Meta): Promise<void> {
  const { accountId, hash, by, except } = password
  await updatePassword(tx, accountId, hash)
  await deleteResetsOf(tx, accountId)
  const signInIds = await listOpenSignIns(tx, accountId, except)
  const ends = signInIds.map((signInId): EndSignIn => ({ type: 'end-sign-in', signInId, accountId }))
  const commands = [{ type: 'change-password' as const, accountId, by }, ...ends]
  await decideAll(
    tx,
    projectedDecider,
    commands.map((command) => ({ command, meta })),
  )
}
