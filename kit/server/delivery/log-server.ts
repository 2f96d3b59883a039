import type { Envelope } from '@fernweh/contracts/envelope'
import type { Pool } from '../database/database.ts'
import { readStreams } from '../event-log/event-log.ts'
import { type Broker, jsonCodec, type Msg } from './broker.ts'

interface LogRequest {
  stream: string
  after: number
}

const MAX_PER_ANSWER = 200
/** An owner that is away is noticed at once; one that is busy needs time. */
const TIMEOUT_MS = 10_000

/** Any instance of the owner may answer, at the subject `log.<owner>`. */
export function serveLog({ broker, pool, owner }: { broker: Broker; pool: Pool; owner: string }): void {
  async function answer(message: Msg): Promise<void> {
    const { stream, after } = jsonCodec.decode(message.data) as LogRequest
    const events = await readStreams(pool, new Map([[stream, after]]), MAX_PER_ANSWER)
    message.respond(jsonCodec.encode(events))
  }
  broker.nc.subscribe(`log.${owner}`, {
    queue: 'log',
    callback: (_, message) => void answer(message).catch(() => {}),
  })
}

/** Events of a stream after a version, from its owner; at most 200, oldest first. Throws when the owner is away. */
export async function fetchOwnerLog({ nc }: Broker, owner: string, request: LogRequest): Promise<Envelope[]> {
  const answer = await nc.request(`log.${owner}`, jsonCodec.encode(request), { timeout: TIMEOUT_MS })
  return jsonCodec.decode(answer.data) as Envelope[]
}
