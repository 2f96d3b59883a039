/** The owner answers for its log over the broker, so that a consumer can fill a gap without knowing any address. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { type Broker, json } from './broker.ts'
import type { Pool } from './database.ts'
import { readStreams } from './event-log.ts'

interface LogRequest {
  stream: string
  /** Highest version the asker has. */
  after: number
}

const MOST_PER_ANSWER = 200

/** Queue group `log`: any instance of the owner may answer. Subject `log.<owner>`. */
export function serveLog({ broker, pool, owner }: { broker: Broker; pool: Pool; owner: string }): void {
  broker.nc.subscribe(`log.${owner}`, {
    queue: 'log',
    callback(_, message) {
      const { stream, after } = json.decode(message.data) as LogRequest
      readStreams(pool, new Map([[stream, after]]), MOST_PER_ANSWER)
        .then((events) => message.respond(json.encode(events)))
        // Unanswered, the asker times out and tries again.
        .catch(() => {})
    },
  })
}

/** Events of a stream after a version, from its owner; at most 200, oldest first. Throws when the owner is away. */
export async function readOwnersLog({ nc }: Broker, owner: string, request: LogRequest): Promise<Envelope[]> {
  const answer = await nc.request(`log.${owner}`, json.encode(request), { timeout: 2_000 })
  return json.decode(answer.data) as Envelope[]
}
