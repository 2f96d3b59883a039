import { requestPasswordReset, resetPassword, signUp } from '@fernweh/contracts/api/accounts'
import { setNewPassword } from '@fernweh/contracts/api/entrance'
import { isRefused } from '@fernweh/contracts/api/operation'
import { type Fields, form, localPath } from '@fernweh/kit/server/forms'
import { call } from '@fernweh/kit/server/upstream'
import type { Router } from 'express'
import { forgetSession, onward, passOn } from '../session.ts'
import type { Asks } from './asks.ts'

/** What a mail answers; the answer here is always the same. */
export function serveMails(api: Router, { accounts, keep }: Asks): void {
  form(
    api,
    signUp,
    ({ body, key, ...asked }) =>
      call(accounts, signUp, { body: { ...body, next: localPath(body.next) ?? '/' }, key, ...passOn(asked) }),
    { done: toSent, keep },
  )

  form(
    api,
    requestPasswordReset,
    ({ body, key, ...asked }) => call(accounts, requestPasswordReset, { body, key, ...passOn(asked) }),
    { done: () => '/reset-password?sent=1', keep },
  )

  form(
    api,
    setNewPassword,
    async (asked) => {
      const answer = await call(accounts, resetPassword, { body: asked.body, ...passOn(asked) })
      if (isRefused(answer)) return answer
      forgetSession(asked)
      return { next: '/sign-in?done=password-set' }
    },
    { done: onward },
  )
}

const toSent = (_answer: object, _asked: object, { next = '/' }: Fields) =>
  `/sign-up?${new URLSearchParams({ sent: '1', next: localPath(next) ?? '/' })}`
