import { signOutEverywhere } from '@fernweh/contracts/api/accounts'
import { revokeSignIn, signOutBrowser, signOutBrowserEverywhere } from '@fernweh/contracts/api/browser-session'
import { formRoute } from '@fernweh/kit/server/http/forms'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { Router } from 'express'
import type { AccountDeps } from '../deps.ts'
import { withSignedOut } from '../page-address.ts'
import { clearSession, endSession, nextOf, toNext } from '../session.ts'

export function serveSignOut(api: Router, { accounts }: AccountDeps): void {
  formRoute(
    api,
    signOutBrowser,
    async (request) => {
      const next = toNext(request.body.next)
      if (request.identity) await endSession(accounts, request.identity)
      clearSession(request)
      return { next: withSignedOut(next) }
    },
    { done: nextOf },
  )

  formRoute(
    api,
    signOutBrowserEverywhere,
    async (request) => {
      await callOperation(accounts, signOutEverywhere, { identity: requireIdentity(request) })
      clearSession(request)
      return { next: withSignedOut('/') }
    },
    { done: nextOf },
  )

  formRoute(
    api,
    revokeSignIn,
    async (request) => {
      const identity = requireIdentity(request)
      const { signInId } = request.params
      await endSession(accounts, identity, signInId)
      if (signInId !== identity.sid) return { next: '/account?done=signed-out#sign-ins' }
      clearSession(request)
      return { next: withSignedOut('/') }
    },
    { done: nextOf },
  )
}
