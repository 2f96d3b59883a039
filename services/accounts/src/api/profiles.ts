import { changeProfile, myProfile } from '@fernweh/contracts/api/accounts'
import { route } from '@fernweh/kit/server/http/http'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import { signInRequired } from '@fernweh/kit/server/http/problem'
import type { IRouter } from 'express'
import { changeProfile as change } from '../commands/change-profile.ts'
import type { CommandDeps } from '../commands/command-deps.ts'
import { findProfile } from '../views/profiles.ts'
import { toMeta } from './request-context.ts'

export function serveProfiles(router: IRouter, { pool, commit }: Omit<CommandDeps, 'passwords'>): void {
  route(router, myProfile, (request) => requireProfile(requireIdentity(request).sub))

  route(router, changeProfile, async (request) => {
    const { sub: accountId } = requireIdentity(request)
    const refused = await change(commit, { accountId, ...request.body }, toMeta(request, accountId))
    return refused ?? requireProfile(accountId)
  })

  async function requireProfile(accountId: string) {
    const found = await findProfile(pool, accountId)
    if (!found) throw signInRequired()
    return found
  }
}
