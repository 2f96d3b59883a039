import type { IncomingHttpHeaders } from 'node:http'
import { IDENTITY_HEADER } from '@fernweh/kit/server/http/identity'
import { CLIENT_HEADER } from '../access/client-address.ts'

/** RFC 9110, 7.6.1: meant for one connection only. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

/** What only the gateway may set, and what only it may see. */
const reserved = [
  IDENTITY_HEADER,
  CLIENT_HEADER,
  'x-fernweh-token',
  'x-fernweh-session',
  'cookie',
  'authorization',
  'host',
  'content-length',
  'expect',
  'traceparent',
]

export type PlainHeaders = Record<string, string | string[]>

export interface RequestContext {
  /** Signed; null when anonymous. */
  identity: string | null
  client?: string
  /** BCP 47. */
  tag?: string
}

export function toUpstreamHeaders(
  headers: IncomingHttpHeaders,
  { identity, client, tag }: RequestContext,
): PlainHeaders {
  return {
    ...without([...hopByHop, ...reserved], headers),
    ...(identity && { [IDENTITY_HEADER]: identity }),
    ...(client && { [CLIENT_HEADER]: client }),
    ...(tag && { 'accept-language': tag }),
  }
}

export function toBrowserHeaders(headers: IncomingHttpHeaders): PlainHeaders {
  return without([...hopByHop, 'x-fernweh-session', IDENTITY_HEADER, 'set-cookie'], headers)
}

function without(names: string[], headers: IncomingHttpHeaders): PlainHeaders {
  const rest: PlainHeaders = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !names.includes(name)) rest[name] = value
  }
  return rest
}
