import { confirmSignUp, signUp } from '@fernweh/contracts/api/accounts'
import { isRefused } from '@fernweh/contracts/api/operation'
import { route } from '@fernweh/kit/server/http/http'
import type { IRouter } from 'express'
import type { CommandDeps } from '../commands/command-deps.ts'
import { confirmSignUp as confirm } from '../commands/confirm-sign-up.ts'
import { requestSignUp } from '../commands/request-sign-up.ts'
import { type AccountLimits, countRefusals, countTries } from '../credentials/limits.ts'
import { isTooCommon } from '../domain/is-too-common.ts'
import { requirePerson } from './people.ts'
import { toMeta, toTry } from './request-context.ts'

interface Deps extends CommandDeps {
  limits: Pick<AccountLimits, 'mails' | 'links'>
}

export function serveSignUps(router: IRouter, deps: Deps): void {
  const { pool, limits } = deps

  route(router, signUp, async (request) => {
    const { body, key } = request
    if (isTooCommon(body.password, body)) return { refused: 'password-too-common' }
    return countTries(limits.mails, toTry(request, body.mail), async () => {
      await requestSignUp(deps, { ...body, key }, toMeta(request))
      return {}
    })
  })

  route(router, confirmSignUp, async (request) => {
    const started = await countRefusals(limits.links, toTry(request), () =>
      confirm(deps, request.body, toMeta(request)),
    )
    if (isRefused(started)) return started
    return { token: started.token, person: await requirePerson(pool, started.accountId), next: started.next }
  })
}
