import type { ResetPasswordData } from '@fernweh/contracts/fragments/account'
import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import type { AccountDeps } from '../deps.ts'

export function queryResetPassword(request: FragmentRequest, deps: AccountDeps): FragmentResponse {
  const data: ResetPasswordData = toMailFormData(request, deps)
  return { title: { key: 'title.reset' }, data }
}

/** `?sent` says that the mail is on its way. */
export function toMailFormData({ url, identity, outcome }: FragmentRequest, { typedValues, mailbox }: AccountDeps) {
  return { typed: typedValues.open(outcome?.typed, identity), sent: url.searchParams.has('sent'), mailbox }
}
