import { signOutEverywhere } from '@fernweh/contracts/api/accounts'
import { revokeSignIn, signOutBrowser, signOutBrowserEverywhere } from '@fernweh/contracts/api/browser-session'
import { formRoute } from '@fernweh/kit/server/http/forms'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { Router } from 'express'
import { endSession, forgetSession, onward, toNext } from '../session.ts'
import type { Asks } from './asks.ts'

export function serveSignOut(api: Router, { accounts }: Asks): void {
  formRoute(
    api,
    signOutBrowser,
    async (asked) => {
      const next = toNext(asked.body.next)
      if (asked.identity) await endSession(accounts, asked.identity)
      forgetSession(asked)
      return { next }
    },
    { done: onward },
  )

  formRoute(
    api,
    signOutBrowserEverywhere,
    async (asked) => {
      await callOperation(accounts, signOutEverywhere, { identity: requireIdentity(asked) })
      forgetSession(asked)
      return { next: '/' }
    },
    { done: onward },
  )

  formRoute(
    api,
    revokeSignIn,
    async (asked) => {
      const identity = requireIdentity(asked)
      const { signInId } = asked.params
      await endSession(accounts, identity, signInId)
      if (signInId !== identity.sid) return { next: '/account?done=signed-out#sign-ins' }
      forgetSession(asked)
      return { next: '/' }
    },
    { done: onward },
  )
}
