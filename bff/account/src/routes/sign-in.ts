import { confirmSignUp, signIn, signInAsDemo } from '@fernweh/contracts/api/accounts'
import { confirmSignUpInBrowser, signInBrowser, signInBrowserAsDemo } from '@fernweh/contracts/api/browser-session'
import { isRefused } from '@fernweh/contracts/api/operation'
import { formRoute } from '@fernweh/kit/server/http/forms'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { Router } from 'express'
import { beginSession, onward, passOn, toNext } from '../session.ts'
import type { Asks } from './asks.ts'

export function serveSignIn(api: Router, { accounts, keep }: Asks): void {
  formRoute(
    api,
    signInBrowser,
    async (asked) => {
      const { next: wanted, ...body } = asked.body
      const next = toNext(wanted)
      const started = await callOperation(accounts, signIn, { body, ...passOn(asked) })
      if (isRefused(started)) return started
      await beginSession(accounts, asked, started.token)
      return { next }
    },
    { done: onward, keep },
  )

  formRoute(
    api,
    signInBrowserAsDemo,
    async (asked) => {
      const next = toNext(asked.body.next)
      const started = await callOperation(accounts, signInAsDemo, { body: asked.body, ...passOn(asked) })
      if (isRefused(started)) return started
      await beginSession(accounts, asked, started.token)
      return { next }
    },
    { done: onward },
  )

  formRoute(
    api,
    confirmSignUpInBrowser,
    async (asked) => {
      const started = await callOperation(accounts, confirmSignUp, { body: asked.body, ...passOn(asked) })
      if (isRefused(started)) return started
      await beginSession(accounts, asked, started.token)
      const next = toNext(started.next)
      return { next: next === '/' ? '/account?done=opened' : next }
    },
    { done: onward },
  )
}
