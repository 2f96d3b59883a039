import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import { readToken } from '../page-address.ts'

export function queryNewPassword({ url }: FragmentRequest): FragmentResponse {
  return { title: { key: 'title.reset' }, data: readToken(url) }
}
