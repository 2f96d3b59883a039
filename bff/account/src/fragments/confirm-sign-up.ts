import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import { readToken } from '../page-address.ts'

export function queryConfirmSignUp({ url }: FragmentRequest): FragmentResponse {
  return { title: { key: 'title.confirm' }, data: readToken(url) }
}
