import { signOutEverywhere } from '@fernweh/contracts/api/accounts'
import { endSignIn, leave, leaveEverywhere } from '@fernweh/contracts/api/entrance'
import { form } from '@fernweh/kit/server/forms'
import { requireIdentity } from '@fernweh/kit/server/identity'
import { call } from '@fernweh/kit/server/upstream'
import type { Router } from 'express'
import { endSession, forgetSession, onward, toNext } from '../session.ts'
import type { Asks } from './asks.ts'

export function serveSignOut(api: Router, { accounts }: Asks): void {
  form(
    api,
    leave,
    async (asked) => {
      const next = toNext(asked.body.next)
      if (asked.identity) await endSession(accounts, asked.identity)
      forgetSession(asked)
      return { next }
    },
    { done: onward },
  )

  form(
    api,
    leaveEverywhere,
    async (asked) => {
      await call(accounts, signOutEverywhere, { identity: requireIdentity(asked) })
      forgetSession(asked)
      return { next: '/' }
    },
    { done: onward },
  )

  form(
    api,
    endSignIn,
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
