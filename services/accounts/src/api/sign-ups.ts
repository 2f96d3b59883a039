import { confirmSignUp, findLinkAddress, signUp } from '@fernweh/contracts/api/accounts'
import { isRefused } from '@fernweh/contracts/api/operation'
import { route } from '@fernweh/kit/server/http/http'
import type { IRouter } from 'express'
import type { CommandDeps } from '../commands/command-deps.ts'
import { confirmSignUp as confirm } from '../commands/confirm-sign-up.ts'
import { requestSignUp } from '../commands/request-sign-up.ts'
import { type AccountLimits, countRefusals, countTries } from '../credentials/limits.ts'
import { hashToken } from '../credentials/tokens.ts'
import { findAddressOfLink } from '../views/link-address.ts'
import { requirePerson } from './people.ts'
import { toMeta, toTry } from './request-context.ts'

const TOKEN_HEADER = 'x-fernweh-token'

interface Deps extends CommandDeps {
  limits: Pick<AccountLimits, 'mails' | 'links'>
}

export function serveSignUps(router: IRouter, deps: Deps): void {
  const { pool, limits } = deps

  route(router, signUp, async (request) => {
    const { body, key } = request
    return countTries(limits.mails, toTry(request, body.mail), async () => {
      await requestSignUp(pool, { ...body, key }, toMeta(request))
      return {}
    })
  })

  route(router, findLinkAddress, async ({ header }) => {
    const mail = await findAddressOfLink(pool, hashToken(header(TOKEN_HEADER) ?? ''))
    return mail === undefined ? { refused: 'link-out-of-date' } : { mail }
  })

  route(router, confirmSignUp, async (request) => {
    const started = await countRefusals(limits.links, toTry(request), () =>
      confirm(deps, request.body, toMeta(request)),
    )
    if (isRefused(started)) return started
    return { token: started.token, person: await requirePerson(pool, started.accountId), next: started.next }
  })
}
