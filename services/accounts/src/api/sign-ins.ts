import {
  mySignIns,
  type Person,
  signIn,
  signInAsDemo,
  signInByToken,
  signOut,
  signOutEverywhere,
} from '@fernweh/contracts/api/accounts'
import { isRefused } from '@fernweh/contracts/api/operation'
import { identity } from '@fernweh/contracts/identity'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { route } from '@fernweh/kit/server/http/http'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import { forbidden } from '@fernweh/kit/server/http/problem'
import type { IRouter } from 'express'
import type { Limit } from '../credentials/limits.ts'
import type { Passwords } from '../credentials/passwords.ts'
import type { SignInStore, Started } from '../views/sign-ins.ts'
import type { PasswordStore } from '../views/stored-passwords.ts'
import { counted, toMeta, toTry } from './request-context.ts'

export interface SignInParts {
  signIns: SignInStore
  stored: PasswordStore
  passwords: Passwords
  limit: Limit
  personOf(accountId: string): Promise<Person>
}

export function serveSignIns(router: IRouter, { signIns, stored, passwords, limit, personOf }: SignInParts): void {
  /** One comparison and nothing else, whether or not the address has an account. */
  async function enter(mail: string, password: string, meta: Meta): Promise<Started | null> {
    const known = await stored.ofMail(mail)
    const fits = await passwords.verify(known?.hash ?? null, password)
    if (!known?.hash || !fits) return null
    const rehashed = passwords.isOutdated(known.hash) ? await passwords.hash(password) : null
    return signIns.byPassword({ accountId: known.accountId, verified: known.hash, rehashed }, meta)
  }

  route(router, signIn, async (asked) => {
    const { mail, password } = asked.body
    const tried = toTry(asked, mail)
    const started = await counted(limit, tried, () => enter(mail, password, toMeta(asked)))
    if (started === null) return { refused: 'wrong-mail-or-password' }
    if (isRefused(started)) return started
    await limit.giveBack(tried)
    return { token: started.token, person: await personOf(started.accountId) }
  })

  route(router, signInAsDemo, async (asked) => {
    const { accountId } = asked.body
    const started = await signIns.asDemo(accountId, toMeta(asked, accountId))
    return isRefused(started) ? started : { token: started.token, person: await personOf(accountId) }
  })

  route(router, signInByToken, async ({ header }) => {
    const found = await signIns.find(header('x-fernweh-token') ?? '')
    if (!found) return { refused: 'signed-out' }
    return { identity: identity.parse({ sub: found.accountId, role: found.role, sid: found.signInId }) }
  })

  route(router, mySignIns, async (asked) => {
    const { sub, sid } = requireIdentity(asked)
    const current = await signIns.currentOf(sub)
    return {
      signIns: current.map(({ signInId, startedAt }) => ({
        signInId,
        startedAt: startedAt.toISOString(),
        here: signInId === sid,
      })),
    }
  })

  route(router, signOut, async (asked) => {
    const { sub } = requireIdentity(asked)
    if (!(await signIns.end(asked.params.signInId, sub, toMeta(asked, sub)))) throw forbidden()
    return {}
  })

  route(router, signOutEverywhere, async (asked) => {
    const { sub } = requireIdentity(asked)
    await signIns.endAll(sub, toMeta(asked, sub))
    return {}
  })
}
