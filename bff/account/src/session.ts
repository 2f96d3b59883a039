/** Where this browser's session begins and ends: the gateway makes a cookie of the header; empty ends it. */
import { signOut } from '@fernweh/contracts/api/accounts'
import type { Operation } from '@fernweh/contracts/api/operation'
import { toLocalPath } from '@fernweh/kit/server/http/forms'
import type { ParsedRequest } from '@fernweh/kit/server/http/http'
import type { Caller } from '@fernweh/kit/server/http/identity'
import { invalid } from '@fernweh/kit/server/http/problem'
import { callOperation, type Upstream } from '@fernweh/kit/server/http/upstream'

const SESSION_HEADER = 'x-fernweh-session'

type From = Pick<ParsedRequest<Operation>, 'identity' | 'header' | 'setHeader'>

/** What accounts is told of whoever asks; it counts tries by the client's address. */
export function passOn({ identity, header }: Pick<From, 'identity' | 'header'>) {
  const client = header('x-fernweh-client')
  return { identity, headers: client ? { 'x-fernweh-client': client } : {} }
}

export async function beginSession(accounts: Upstream, asked: From, token: string): Promise<void> {
  // Its cookie is replaced, so nobody could end it later.
  if (asked.identity) await endSession(accounts, asked.identity)
  asked.setHeader(SESSION_HEADER, token)
}

export function endSession(accounts: Upstream, identity: Caller, signInId = identity.sid) {
  return callOperation(accounts, signOut, { params: { signInId }, identity })
}

export const forgetSession = ({ setHeader }: From) => setHeader(SESSION_HEADER, '')

/** Where to go on to; a way out of this site is no such place. */
export function toNext(path: string): string {
  const next = toLocalPath(path)
  if (next === null) throw invalid({ field: 'next', problem: 'not a path of this site' })
  return next
}

export const onward = ({ next }: { next: string }) => next
