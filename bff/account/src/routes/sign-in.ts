import { confirmSignUp, signIn, signInAsDemo } from '@fernweh/contracts/api/accounts'
import { confirmSignUpInBrowser, signInBrowser, signInBrowserAsDemo } from '@fernweh/contracts/api/browser-session'
import { isRefused } from '@fernweh/contracts/api/operation'
import { formRoute } from '@fernweh/kit/server/http/forms'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { Router } from 'express'
import type { AccountDeps } from '../deps.ts'
import { beginSession, nextOf, toCallContext, toNext } from '../session.ts'

export function serveSignIn(api: Router, { accounts, typedValues: { keep } }: AccountDeps): void {
  formRoute(
    api,
    signInBrowser,
    async (request) => {
      const { next: requestedNext, ...body } = request.body
      const next = toNext(requestedNext)
      const answer = await callOperation(accounts, signIn, { body, ...toCallContext(request) })
      if (isRefused(answer)) return answer
      await beginSession(accounts, request, answer.token)
      return { next }
    },
    { done: nextOf, keep },
  )

  formRoute(
    api,
    signInBrowserAsDemo,
    async (request) => {
      const next = toNext(request.body.next)
      const answer = await callOperation(accounts, signInAsDemo, { body: request.body, ...toCallContext(request) })
      if (isRefused(answer)) return answer
      await beginSession(accounts, request, answer.token)
      return { next }
    },
    { done: nextOf },
  )

  formRoute(
    api,
    confirmSignUpInBrowser,
    async (request) => {
      const answer = await callOperation(accounts, confirmSignUp, { body: request.body, ...toCallContext(request) })
      if (isRefused(answer)) return answer
      await beginSession(accounts, request, answer.token)
      const next = toNext(answer.next)
      return { next: next === '/' ? '/account?done=opened' : next }
    },
    { done: nextOf },
  )
}
