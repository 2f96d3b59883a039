import { randomUUID } from 'node:crypto'
import type { Operation, Refused } from '@fernweh/contracts/api/operation'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import type { ParsedRequest } from '@fernweh/kit/server/http/http'
import { networkOf } from '@fernweh/kit/server/http/network'
import type { Limit, Try } from '../credentials/limits.ts'

/** The door says so; what somebody outside claims does not come through it. */
const CLIENT_HEADER = 'x-fernweh-client'

export function toMeta({ key, trace }: Pick<ParsedRequest<Operation>, 'key' | 'trace'>, actor?: string): Meta {
  return { correlationId: key ?? randomUUID(), actor, traceparent: trace }
}

export function toTry({ header }: Pick<ParsedRequest<Operation>, 'header'>, subject?: string): Try {
  return { network: networkOf(header(CLIENT_HEADER) ?? ''), ...(subject !== undefined && { subject }) }
}

/** What fails by no fault of the asker does not count as a try. */
export async function counted<Answer>(
  limit: Limit,
  tried: Try,
  attempt: () => Promise<Answer>,
): Promise<Answer | Refused<'too-many-tries'>> {
  if (!(await limit.take(tried))) return { refused: 'too-many-tries' }
  try {
    return await attempt()
  } catch (error) {
    await limit.giveBack(tried)
    throw error
  }
}
