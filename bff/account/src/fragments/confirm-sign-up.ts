import type { FragmentRequest, FragmentResponse } from '@fernweh/kit/server/fragments/fragments'
import type { AccountDeps } from '../deps.ts'
import { queryLink } from '../link.ts'

export async function queryConfirmSignUp({ url }: FragmentRequest, deps: AccountDeps): Promise<FragmentResponse> {
  return { title: { key: 'title.confirm' }, data: await queryLink(url, deps) }
}
