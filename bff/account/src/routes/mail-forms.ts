import { requestPasswordReset, resetPassword, signUp } from '@fernweh/contracts/api/accounts'
import { resetPasswordInBrowser } from '@fernweh/contracts/api/browser-session'
import { isRefused } from '@fernweh/contracts/api/operation'
import { type FormFields, formRoute, toLocalPath } from '@fernweh/kit/server/http/forms'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { Router } from 'express'
import type { AccountDeps } from '../deps.ts'
import { clearSession, nextOf, toCallContext } from '../session.ts'

/** Forms that send a mail: whether an account exists is said in the mail only, the answer here is always the same. */
export function serveMailForms(api: Router, { accounts, typedValues: { keep } }: AccountDeps): void {
  formRoute(
    api,
    signUp,
    ({ body, key, ...request }) =>
      callOperation(accounts, signUp, {
        body: { ...body, next: toLocalPath(body.next) ?? '/' },
        key,
        ...toCallContext(request),
      }),
    { done: toSentPath, keep },
  )

  formRoute(
    api,
    requestPasswordReset,
    ({ body, key, ...request }) =>
      callOperation(accounts, requestPasswordReset, { body, key, ...toCallContext(request) }),
    { done: () => '/reset-password?sent=1', keep },
  )

  formRoute(
    api,
    resetPasswordInBrowser,
    async (request) => {
      const answer = await callOperation(accounts, resetPassword, { body: request.body, ...toCallContext(request) })
      if (isRefused(answer)) return answer
      clearSession(request)
      return { next: '/sign-in?done=password-set' }
    },
    { done: nextOf },
  )
}

const toSentPath = (_answer: object, _request: object, { next = '/' }: FormFields) =>
  `/sign-up?${new URLSearchParams({ sent: '1', next: toLocalPath(next) ?? '/' })}`
