import type { IncomingHttpHeaders } from 'node:http'
import { IDENTITY_HEADER } from '@fernweh/kit/server/identity'
import { CLIENT_HEADER } from './client.ts'

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

/** What only the gateway may say, and what only it may see. */
const ours = [
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

/** What the gateway says of whoever asks. */
export interface Asker {
  /** Signed. */
  identity: string | null
  client?: string
  /** The language it is answered in, as BCP 47. */
  tag?: string
}

export function toUpstream(headers: IncomingHttpHeaders, { identity, client, tag }: Asker): PlainHeaders {
  return {
    ...without([...hopByHop, ...ours], headers),
    ...(identity && { [IDENTITY_HEADER]: identity }),
    ...(client && { [CLIENT_HEADER]: client }),
    ...(tag && { 'accept-language': tag }),
  }
}

export function toBrowser(headers: IncomingHttpHeaders): PlainHeaders {
  return without([...hopByHop, 'x-fernweh-session', IDENTITY_HEADER, 'set-cookie'], headers)
}

function without(names: string[], headers: IncomingHttpHeaders): PlainHeaders {
  const kept: PlainHeaders = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !names.includes(name)) kept[name] = value
  }
  return kept
}
