import { changePassword, requestPasswordReset, resetPassword } from '@fernweh/contracts/api/accounts'
import type { BodyOf, Refused } from '@fernweh/contracts/api/operation'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { route } from '@fernweh/kit/server/http/http'
import { type Caller, requireIdentity } from '@fernweh/kit/server/http/identity'
import { signInRequired } from '@fernweh/kit/server/http/problem'
import type { IRouter } from 'express'
import type { Limit } from '../credentials/limits.ts'
import type { Passwords } from '../credentials/passwords.ts'
import { isTooCommon } from '../domain/is-too-common.ts'
import type { ResetStore } from '../views/password-resets.ts'
import type { PasswordStore } from '../views/stored-passwords.ts'
import { counted, toMeta, toTry } from './request-context.ts'

export interface PasswordParts {
  stored: PasswordStore
  resets: ResetStore
  passwords: Passwords
  changes: Limit
  mails: Limit
  links: Limit
}

type ChangeRefused = Refused<'wrong-password' | 'password-too-common'>
type ResetRefused = Refused<'link-out-of-date' | 'password-too-common'>
type Done = Record<never, never>

export function servePasswords(router: IRouter, parts: PasswordParts): void {
  const { stored, resets, passwords, changes, mails, links } = parts

  async function change(
    { sub, sid }: Caller,
    { current, next }: BodyOf<typeof changePassword>,
    meta: Meta,
  ): Promise<Done | ChangeRefused> {
    const own = await stored.ofAccount(sub)
    if (!own) throw signInRequired()
    const fits = await passwords.verify(own.hash, current)
    // Sent twice, the second finds done what it asks for.
    if (!fits) return (await passwords.verify(own.hash, next)) ? {} : { refused: 'wrong-password' }
    if (isTooCommon(next, own)) return { refused: 'password-too-common' }
    const hash = await passwords.hash(next)
    const changed = await stored.change({ accountId: sub, verified: own.hash as string, hash, signInId: sid }, meta)
    return changed ? {} : change({ sub, sid } as Caller, { current, next }, meta)
  }

  async function reset(
    { token, password }: BodyOf<typeof resetPassword>,
    toMetaOf: (accountId: string) => Meta,
  ): Promise<Done | ResetRefused> {
    const whose = await resets.find(token)
    if (!whose) return { refused: 'link-out-of-date' }
    if (isTooCommon(password, whose)) return { refused: 'password-too-common' }
    const { accountId } = whose
    const hash = await passwords.hash(password)
    const done = await resets.reset({ token, accountId, hash }, toMetaOf(accountId))
    return done ? {} : { refused: 'link-out-of-date' }
  }

  route(router, changePassword, async (asked) => {
    const caller = requireIdentity(asked)
    const tried = toTry(asked, caller.sub)
    const outcome = await counted(changes, tried, () => change(caller, asked.body, toMeta(asked, caller.sub)))
    if (!('refused' in outcome)) await changes.giveBack(tried)
    return outcome
  })

  route(router, requestPasswordReset, (asked) =>
    counted(mails, toTry(asked, asked.body.mail), async () => {
      await resets.ask(asked.body.mail, asked.key, toMeta(asked))
      return {}
    }),
  )

  route(router, resetPassword, async (asked) => {
    const tried = toTry(asked)
    const outcome = await counted(links, tried, () => reset(asked.body, (accountId) => toMeta(asked, accountId)))
    if (!('refused' in outcome)) await links.giveBack(tried)
    return outcome
  })
}
