import { confirmSignUp, type Person, signUp } from '@fernweh/contracts/api/accounts'
import { isRefused } from '@fernweh/contracts/api/operation'
import { route } from '@fernweh/kit/server/http'
import type { IRouter } from 'express'
import type { Limit } from '../adapters/limits.ts'
import type { Passwords } from '../adapters/passwords.ts'
import type { SignUpStore } from '../adapters/sign-up-store.ts'
import { isTooCommon } from '../domain/password.ts'
import { counted, toMeta, toTry } from './asked.ts'

export interface SignUpParts {
  signUps: SignUpStore
  passwords: Passwords
  mails: Limit
  links: Limit
  personOf(accountId: string): Promise<Person>
}

export function serveSignUps(router: IRouter, { signUps, passwords, mails, links, personOf }: SignUpParts): void {
  route(router, signUp, async (asked) => {
    const { password, ...newcomer } = asked.body
    if (isTooCommon(password, newcomer)) return { refused: 'password-too-common' }
    return counted(mails, toTry(asked, newcomer.mail), async () => {
      const passwordHash = await passwords.hash(password)
      await signUps.ask({ ...newcomer, passwordHash }, asked.key, toMeta(asked))
      return {}
    })
  })

  route(router, confirmSignUp, async (asked) => {
    const tried = toTry(asked)
    const started = await counted(links, tried, () => signUps.confirm(asked.body.token, toMeta(asked)))
    if (started === null) return { refused: 'link-out-of-date' }
    if (isRefused(started)) return started
    await links.giveBack(tried)
    return { token: started.token, person: await personOf(started.accountId) }
  })
}
