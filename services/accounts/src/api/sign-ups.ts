import { confirmSignUp, type Person, signUp } from '@fernweh/contracts/api/accounts'
import type { BodyOf, Refused } from '@fernweh/contracts/api/operation'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { route } from '@fernweh/kit/server/http/http'
import type { IRouter } from 'express'
import type { Limit } from '../credentials/limits.ts'
import type { Passwords } from '../credentials/passwords.ts'
import { isTooCommon } from '../domain/is-too-common.ts'
import type { Started } from '../views/sign-ins.ts'
import type { SignUpStore } from '../views/sign-ups.ts'
import { counted, toMeta, toTry } from './request-context.ts'

export interface SignUpParts {
  signUps: SignUpStore
  passwords: Passwords
  mails: Limit
  links: Limit
  personOf(accountId: string): Promise<Person>
}

type Unconfirmed = Refused<'link-out-of-date' | 'wrong-password'>

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

  async function confirm(
    { token, password }: BodyOf<typeof confirmSignUp>,
    meta: Meta,
  ): Promise<(Started & { next: string }) | Unconfirmed> {
    const verified = await signUps.passwordOf(token)
    if (verified === null) return { refused: 'link-out-of-date' }
    if (!(await passwords.verify(verified, password))) return { refused: 'wrong-password' }
    return (await signUps.confirm({ token, verified }, meta)) ?? { refused: 'link-out-of-date' }
  }

  route(router, confirmSignUp, async (asked) => {
    const tried = toTry(asked)
    const started = await counted(links, tried, () => confirm(asked.body, toMeta(asked)))
    if ('refused' in started) return started
    await links.giveBack(tried)
    return { token: started.token, person: await personOf(started.accountId), next: started.next }
  })
}
