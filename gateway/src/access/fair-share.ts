/** So much at once for each client: what is more waits behind the client's own, and nobody else's waits behind it. */
import { HttpProblem } from '@fernweh/kit/server/http/problem'

/** Does `work` when it is the client's turn. Throws 429 when too much of the client's waits already, and when that took too long. */
export type FairShare = <Result>(client: string, work: () => Promise<Result>) => Promise<Result>

interface Lane {
  busy: number
  queue: (() => void)[]
}

interface Share {
  atOnce: number
  /** So much more may wait, and for so long: where work hangs, a queue must not hang for a multiple of that. */
  waiting: number
  patienceMs: number
}

export function createFairShare({ atOnce, waiting, patienceMs }: Share, now = Date.now): FairShare {
  const lanes = new Map<string, Lane>()

  function turn(lane: Lane): Promise<void> | undefined {
    if (lane.busy >= atOnce && lane.queue.length >= waiting) throw tooMany()
    if (lane.busy >= atOnce) return new Promise((resolve) => lane.queue.push(resolve))
    lane.busy += 1
    return undefined
  }

  function done(client: string, lane: Lane): void {
    const next = lane.queue.shift()
    if (next) next()
    else lane.busy -= 1
    if (lane.busy === 0) lanes.delete(client)
  }

  return async (client, work) => {
    const lane = lanes.get(client) ?? { busy: 0, queue: [] }
    lanes.set(client, lane)
    const since = now()
    await turn(lane)
    try {
      if (now() - since > patienceMs) throw tooMany()
      return await work()
    } finally {
      done(client, lane)
    }
  }
}

const tooMany = () => new HttpProblem(429, { refused: 'too-many-requests' })
