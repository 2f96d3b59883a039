import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { projectedDecider } from '../views/project.ts'
import { listOpenSignIns } from '../views/sign-ins.ts'
import type { Commit } from './commit.ts'

export async function signOutEverywhere(commit: Commit, accountId: string, meta: Meta): Promise<void> {
  await commit(async (tx) => {
    const signInIds = await listOpenSignIns(tx, accountId)
    const commands = signInIds.map((signInId) => ({ type: 'end-sign-in' as const, signInId, accountId }))
    await decideAll(
      tx,
      projectedDecider,
      commands.map((command) => ({ command, meta })),
    )
  })
}
