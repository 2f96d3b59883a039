import { changePassword, changeProfile, myProfile } from '@fernweh/contracts/api/accounts'
import { saveProfile } from '@fernweh/contracts/api/entrance'
import { form } from '@fernweh/kit/server/forms'
import { route } from '@fernweh/kit/server/http'
import { call } from '@fernweh/kit/server/upstream'
import type { Router } from 'express'
import { passOn } from '../session.ts'
import type { Asks } from './asks.ts'

export function serveAccount(api: Router, { accounts, keep }: Asks): void {
  route(api, myProfile, ({ identity }) => call(accounts, myProfile, { identity }))

  form(
    api,
    saveProfile,
    ({ body: { version, ...profile }, key, ...asked }) =>
      call(accounts, changeProfile, { body: { profile, version }, key, ...passOn(asked) }),
    { done: () => '/account?done=profile-saved#profile', keep },
  )

  form(
    api,
    changePassword,
    ({ body, key, ...asked }) => call(accounts, changePassword, { body, key, ...passOn(asked) }),
    { done: () => '/account?done=password-changed#password' },
  )
}
