/** Begin and end of this browser's session: the gateway turns the header into a cookie; empty ends the session. */
import { signOut } from '@fernweh/contracts/api/accounts'
import type { Operation } from '@fernweh/contracts/api/operation'
import { toLocalPath } from '@fernweh/kit/server/http/forms'
import type { ParsedRequest } from '@fernweh/kit/server/http/http'
import type { Caller } from '@fernweh/kit/server/http/identity'
import { invalid } from '@fernweh/kit/server/http/problem'
import { callOperation, type Upstream } from '@fernweh/kit/server/http/upstream'

const SESSION_HEADER = 'x-fernweh-session'

type SessionRequest = Pick<ParsedRequest<Operation>, 'identity' | 'header' | 'setHeader'>

/** Identity and address of the client, for accounts, which counts tries by address. */
export function toCallContext({ identity, header }: Pick<SessionRequest, 'identity' | 'header'>) {
  const client = header('x-fernweh-client')
  return { identity, headers: client ? { 'x-fernweh-client': client } : {} }
}

export async function beginSession(accounts: Upstream, request: SessionRequest, token: string): Promise<void> {
  // Its cookie is replaced, so nobody could end it later.
  if (request.identity) await endSession(accounts, request.identity)
  request.setHeader(SESSION_HEADER, token)
}

export function endSession(accounts: Upstream, identity: Caller, signInId = identity.sid) {
  return callOperation(accounts, signOut, { params: { signInId }, identity })
}

export const clearSession = ({ setHeader }: SessionRequest) => setHeader(SESSION_HEADER, '')

/** The path to go on to. Throws 400 for an address outside of this site. */
export function toNext(path: string): string {
  const next = toLocalPath(path)
  if (next === null) throw invalid({ field: 'next', problem: 'not a path of this site' })
  return next
}

export const nextOf = ({ next }: { next: string }) => next
