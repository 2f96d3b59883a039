import type { Envelope } from '@fernweh/contracts/envelope'
import { z } from 'zod'
import type { Pool } from '../database/database.ts'
import { readStreams } from '../event-log/event-log.ts'
import { type Broker, jsonCodec } from './broker.ts'
import { eventOf, type MessageReader, request, subscribe } from './messages.ts'

const logRequest = z.object({ stream: z.string().min(1).max(200), after: z.int().min(0) })
type LogRequest = z.infer<typeof logRequest>

const MAX_PER_ANSWER = 200
/** An owner that is away is noticed at once; one that is busy needs time. */
const TIMEOUT_MS = 10_000

const subjectOfLog = (owner: string) => `log.${owner}`

interface LogServerOptions extends Omit<MessageReader, 'reader'> {
  broker: Broker
  pool: Pool
  owner: string
}

/** Any instance of the owner may answer. */
export function serveLog({ broker, pool, owner, ...reader }: LogServerOptions): void {
  const subject = subjectOfLog(owner)
  subscribe(
    { broker, subject, schema: logRequest, queue: 'log', reader: subject, ...reader },
    async ({ stream, after }, message) => {
      const events = await readStreams(pool, new Map([[stream, after]]), MAX_PER_ANSWER)
      message.respond(jsonCodec.encode(events))
    },
  )
}

/** Events of a stream after a version, from its owner; at most 200, oldest first. Throws when the owner is away. */
export function fetchOwnerLog(broker: Broker, owner: string, asked: LogRequest): Promise<Envelope[]> {
  return request(broker, subjectOfLog(owner), asked, { schema: z.array(eventOf(owner)), timeoutMs: TIMEOUT_MS })
}
