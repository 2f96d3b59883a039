import { requestPasswordReset, resetPassword, signUp } from '@fernweh/contracts/api/accounts'
import { resetPasswordInBrowser } from '@fernweh/contracts/api/browser-session'
import { isRefused } from '@fernweh/contracts/api/operation'
import { type FormFields, formRoute, toLocalPath } from '@fernweh/kit/server/http/forms'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { Router } from 'express'
import { forgetSession, onward, passOn } from '../session.ts'
import type { Asks } from './asks.ts'

/** What a mail answers; the answer here is always the same. */
export function serveMails(api: Router, { accounts, keep }: Asks): void {
  formRoute(
    api,
    signUp,
    ({ body, key, ...asked }) =>
      callOperation(accounts, signUp, {
        body: { ...body, next: toLocalPath(body.next) ?? '/' },
        key,
        ...passOn(asked),
      }),
    { done: toSent, keep },
  )

  formRoute(
    api,
    requestPasswordReset,
    ({ body, key, ...asked }) => callOperation(accounts, requestPasswordReset, { body, key, ...passOn(asked) }),
    { done: () => '/reset-password?sent=1', keep },
  )

  formRoute(
    api,
    resetPasswordInBrowser,
    async (asked) => {
      const answer = await callOperation(accounts, resetPassword, { body: asked.body, ...passOn(asked) })
      if (isRefused(answer)) return answer
      forgetSession(asked)
      return { next: '/sign-in?done=password-set' }
    },
    { done: onward },
  )
}

const toSent = (_answer: object, _asked: object, { next = '/' }: FormFields) =>
  `/sign-up?${new URLSearchParams({ sent: '1', next: toLocalPath(next) ?? '/' })}`
