import { randomUUID } from 'node:crypto'
import type { Operation } from '@fernweh/contracts/api/operation'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import type { ParsedRequest } from '@fernweh/kit/server/http/http'
import { networkOf } from '@fernweh/kit/server/http/network'
import type { Try } from '../credentials/limits.ts'

/** Only the gateway sets it: what a browser sends under this name is dropped there. */
const CLIENT_HEADER = 'x-fernweh-client'

export function toMeta({ key, trace }: Pick<ParsedRequest<Operation>, 'key' | 'trace'>, actor?: string): Meta {
  return { correlationId: key ?? randomUUID(), actor, traceparent: trace }
}

export function toTry({ header }: Pick<ParsedRequest<Operation>, 'header'>, subject?: string): Try {
  return { network: networkOf(header(CLIENT_HEADER) ?? ''), ...(subject !== undefined && { subject }) }
}
