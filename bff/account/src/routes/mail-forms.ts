import { requestPasswordReset, resetPassword, signUp } from '@fernweh/contracts/api/accounts'
import { resetPasswordInBrowser, signUpInBrowser } from '@fernweh/contracts/api/browser-session'
import { isRefused } from '@fernweh/contracts/api/operation'
import { formRoute, toLocalPath } from '@fernweh/kit/server/http/forms'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { Router } from 'express'
import type { AccountDeps } from '../deps.ts'
import { clearSession, nextOf, toCallContext } from '../session.ts'

/** Forms that send a mail: whether an account exists is said in the mail only, the answer here is always the same. */
export function serveMailForms(api: Router, { accounts, typedValues: { keep } }: AccountDeps): void {
  formRoute(
    api,
    signUpInBrowser,
    async ({ body, key, ...request }) => {
      const next = toLocalPath(body.next) ?? '/'
      const answer = await callOperation(accounts, signUp, { body: { ...body, next }, key, ...toCallContext(request) })
      if (isRefused(answer)) return answer
      const to = keep({ name: body.name, mail: body.mail }, request.identity)
      return { next: toSentPath({ next, to, sent: body.resend ? 'again' : '1' }) }
    },
    { done: nextOf, keep },
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

function toSentPath({ next, to, sent }: { next: string; to: string | null; sent: '1' | 'again' }): string {
  return `/sign-up?${new URLSearchParams({ sent, next, ...(to && { to }) })}`
}
