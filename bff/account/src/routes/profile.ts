import { changePassword, changeProfile, myProfile } from '@fernweh/contracts/api/accounts'
import { saveProfile } from '@fernweh/contracts/api/browser-session'
import { formRoute } from '@fernweh/kit/server/http/forms'
import { route } from '@fernweh/kit/server/http/http'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { Router } from 'express'
import type { AccountDeps } from '../deps.ts'
import { toCallContext } from '../session.ts'

export function serveProfile(api: Router, { accounts, typedValues }: AccountDeps): void {
  route(api, myProfile, ({ identity }) => callOperation(accounts, myProfile, { identity }))

  formRoute(
    api,
    saveProfile,
    ({ body: { version, ...profile }, key, ...request }) =>
      callOperation(accounts, changeProfile, { body: { profile, version }, key, ...toCallContext(request) }),
    { done: () => '/account?done=profile-saved#profile', keep: typedValues.keep },
  )

  formRoute(
    api,
    changePassword,
    ({ body, key, ...request }) => callOperation(accounts, changePassword, { body, key, ...toCallContext(request) }),
    { done: () => '/account?done=password-changed#password' },
  )
}
