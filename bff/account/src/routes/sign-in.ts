import { confirmSignUp, signIn, signInAsDemo } from '@fernweh/contracts/api/accounts'
import { enter, enterAsDemo, enterByMail } from '@fernweh/contracts/api/entrance'
import { isRefused } from '@fernweh/contracts/api/operation'
import { form } from '@fernweh/kit/server/forms'
import { call } from '@fernweh/kit/server/upstream'
import type { Router } from 'express'
import { beginSession, onward, passOn, toNext } from '../session.ts'
import type { Asks } from './asks.ts'

export function serveSignIn(api: Router, { accounts, keep }: Asks): void {
  form(
    api,
    enter,
    async (asked) => {
      const { next: wanted, ...body } = asked.body
      const next = toNext(wanted)
      const started = await call(accounts, signIn, { body, ...passOn(asked) })
      if (isRefused(started)) return started
      await beginSession(accounts, asked, started.token)
      return { next }
    },
    { done: onward, keep },
  )

  form(
    api,
    enterAsDemo,
    async (asked) => {
      const next = toNext(asked.body.next)
      const started = await call(accounts, signInAsDemo, { body: asked.body, ...passOn(asked) })
      if (isRefused(started)) return started
      await beginSession(accounts, asked, started.token)
      return { next }
    },
    { done: onward },
  )

  form(
    api,
    enterByMail,
    async (asked) => {
      const started = await call(accounts, confirmSignUp, { body: asked.body, ...passOn(asked) })
      if (isRefused(started)) return started
      await beginSession(accounts, asked, started.token)
      const next = toNext(started.next)
      return { next: next === '/' ? '/account?done=opened' : next }
    },
    { done: onward },
  )
}
