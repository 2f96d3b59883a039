import { changePassword, changeProfile, myProfile } from '@fernweh/contracts/api/accounts'
import { saveProfile } from '@fernweh/contracts/api/browser-session'
import { formRoute } from '@fernweh/kit/server/http/forms'
import { route } from '@fernweh/kit/server/http/http'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { Router } from 'express'
import { passOn } from '../session.ts'
import type { Asks } from './asks.ts'

export function serveAccount(api: Router, { accounts, keep }: Asks): void {
  route(api, myProfile, ({ identity }) => callOperation(accounts, myProfile, { identity }))

  formRoute(
    api,
    saveProfile,
    ({ body: { version, ...profile }, key, ...asked }) =>
      callOperation(accounts, changeProfile, { body: { profile, version }, key, ...passOn(asked) }),
    { done: () => '/account?done=profile-saved#profile', keep },
  )

  formRoute(
    api,
    changePassword,
    ({ body, key, ...asked }) => callOperation(accounts, changePassword, { body, key, ...passOn(asked) }),
    { done: () => '/account?done=password-changed#password' },
  )
}
