import { findLinkAddress } from '@fernweh/contracts/api/accounts'
import { isRefused } from '@fernweh/contracts/api/operation'
import type { TokenData } from '@fernweh/contracts/fragments/account'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { AccountDeps } from './deps.ts'

/** `?token=`: the token of a mail's link, and whom the mail was sent to. */
export async function queryLink({ searchParams }: URL, { accounts }: AccountDeps): Promise<TokenData> {
  const token = searchParams.get('token')
  return { token, mail: token === null ? null : await addressOf(token, accounts) }
}

async function addressOf(token: string, accounts: AccountDeps['accounts']): Promise<string | null> {
  if (!/^[\w-]+$/.test(token)) return null
  const headers = { 'x-fernweh-token': token }
  const answer = await callOperation(accounts, findLinkAddress, { headers }).catch(() => null)
  return answer && !isRefused(answer) ? answer.mail : null
}
