import { changePassword, requestPasswordReset, resetPassword } from '@fernweh/contracts/api/accounts'
import { route } from '@fernweh/kit/server/http/http'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import type { IRouter } from 'express'
import { changePassword as change } from '../commands/change-password.ts'
import type { CommandDeps } from '../commands/command-deps.ts'
import { requestPasswordReset as requestReset } from '../commands/request-password-reset.ts'
import { resetPassword as reset } from '../commands/reset-password.ts'
import { type AccountLimits, countRefusals, countTries } from '../credentials/limits.ts'
import { toMeta, toTry } from './request-context.ts'

interface Deps extends CommandDeps {
  limits: Pick<AccountLimits, 'changes' | 'mails' | 'links'>
}

export function servePasswords(router: IRouter, deps: Deps): void {
  const { pool, limits } = deps

  route(router, changePassword, (request) => {
    const { sub: accountId, sid: signInId } = requireIdentity(request)
    return countRefusals(limits.changes, toTry(request, accountId), () =>
      change(deps, { accountId, signInId, ...request.body }, toMeta(request, accountId)),
    )
  })

  route(router, requestPasswordReset, (request) => {
    const { body, key } = request
    return countTries(limits.mails, toTry(request, body.mail), async () => {
      await requestReset(pool, { mail: body.mail, key }, toMeta(request))
      return {}
    })
  })

  route(router, resetPassword, (request) =>
    countRefusals(limits.links, toTry(request), () =>
      reset(deps, request.body, (accountId) => toMeta(request, accountId)),
    ),
  )
}
