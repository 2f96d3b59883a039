import type { ResetPasswordData } from '@fernweh/contracts/fragments/account'
import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import type { AccountDeps } from '../deps.ts'

export function queryResetPassword(request: FragmentRequest, deps: AccountDeps): FragmentResponse {
  const data: ResetPasswordData = toMailFormData(request, deps)
  return { title: { key: 'title.reset' }, data }
}

/** `?sent` says that the mail is on its way, and `?to` for whom: that stays in the address, unlike a refused form's `?typed`. */
export function toMailFormData({ url, identity }: FragmentRequest, { typedValues, mailbox }: AccountDeps) {
  const { searchParams } = url
  const typed = typedValues.open(searchParams.get('typed') ?? searchParams.get('to') ?? undefined, identity)
  return { typed, sent: searchParams.has('sent'), mailbox }
}
