import {
  mySignIns,
  signIn,
  signInAsDemo,
  signInByToken,
  signOut,
  signOutEverywhere,
} from '@fernweh/contracts/api/accounts'
import { isRefused } from '@fernweh/contracts/api/operation'
import { identity } from '@fernweh/contracts/identity'
import type { Pool } from '@fernweh/kit/server/database/database'
import { route } from '@fernweh/kit/server/http/http'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import { forbidden } from '@fernweh/kit/server/http/problem'
import type { IRouter } from 'express'
import type { CommandDeps } from '../commands/command-deps.ts'
import type { Commit } from '../commands/commit.ts'
import { signInAsDemo as startDemo } from '../commands/sign-in-as-demo.ts'
import { signInByPassword } from '../commands/sign-in-by-password.ts'
import { signOut as end } from '../commands/sign-out.ts'
import { signOutEverywhere as endAll } from '../commands/sign-out-everywhere.ts'
import type { StartedSignIn } from '../commands/start-sign-in.ts'
import { type AccountLimits, countRefusals } from '../credentials/limits.ts'
import { hashToken } from '../credentials/tokens.ts'
import { findSignIn, listCurrentSignIns } from '../views/sign-ins.ts'
import { requirePerson } from './people.ts'
import { toMeta, toTry } from './request-context.ts'

interface Deps extends CommandDeps {
  limits: Pick<AccountLimits, 'signIns'>
}

export function serveSignIns(router: IRouter, deps: Deps): void {
  const { pool, commit, limits } = deps

  route(router, signIn, async (request) => {
    const started = await countRefusals(limits.signIns, toTry(request, request.body.mail), () =>
      signInByPassword(deps, request.body, toMeta(request)),
    )
    return isRefused(started) ? started : toAnswer(started)
  })

  route(router, signInAsDemo, async (request) => {
    const { accountId } = request.body
    const started = await startDemo(commit, accountId, toMeta(request, accountId))
    return isRefused(started) ? started : toAnswer(started)
  })

  const toAnswer = async ({ token, accountId }: StartedSignIn) => ({
    token,
    person: await requirePerson(pool, accountId),
  })

  serveCurrent(router, pool)
  serveSignOuts(router, commit)
}

function serveCurrent(router: IRouter, pool: Pool): void {
  route(router, signInByToken, async ({ header }) => {
    const found = await findSignIn(pool, hashToken(header('x-fernweh-token') ?? ''))
    if (!found) return { refused: 'signed-out' }
    return { identity: identity.parse({ sub: found.accountId, role: found.role, sid: found.signInId }) }
  })

  route(router, mySignIns, async (request) => {
    const { sub, sid } = requireIdentity(request)
    const current = await listCurrentSignIns(pool, sub)
    const signIns = current.map(({ signInId, startedAt }) => ({
      signInId,
      startedAt: startedAt.toISOString(),
      here: signInId === sid,
    }))
    return { signIns }
  })
}

function serveSignOuts(router: IRouter, commit: Commit): void {
  route(router, signOut, async (request) => {
    const { sub: accountId } = requireIdentity(request)
    const refused = await end(commit, { signInId: request.params.signInId, accountId }, toMeta(request, accountId))
    if (refused) throw forbidden()
    return {}
  })

  route(router, signOutEverywhere, async (request) => {
    const { sub: accountId } = requireIdentity(request)
    await endAll(commit, accountId, toMeta(request, accountId))
    return {}
  })
}
