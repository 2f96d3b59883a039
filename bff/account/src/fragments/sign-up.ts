import type { SignUpData } from '@fernweh/contracts/fragments/account'
import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import type { AccountDeps } from '../deps.ts'
import { readNext } from '../page-address.ts'
import { toMailFormData } from './reset-password.ts'

export function querySignUp(request: FragmentRequest, deps: AccountDeps): FragmentResponse {
  const data: SignUpData = {
    ...toMailFormData(request, deps),
    next: readNext(request.url),
    resent: request.url.searchParams.get('sent') === 'again',
  }
  return { title: { key: 'title.sign-up' }, data }
}
