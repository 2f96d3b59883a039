/** Limits by key, such as the network of a client: runs per minute, runs at once, and runs that wait for their turn. */
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

export interface Limits {
  perMinute?: number
  /** Further runs of the same key wait behind these; they delay no other key. */
  concurrent?: number
  maxQueued?: number
  /** Where work hangs, a queue must not hang for a multiple of that. */
  queueTimeoutMs?: number
}

export class LimitExceeded extends Error {
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super(`limit exceeded, retry after ${retryAfterSeconds} s`)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Throws `LimitExceeded`, without doing `work`, when a limit is reached. */
export type Limiter = <Result>(key: string, work: () => Result | Promise<Result>) => Promise<Result>

interface Lane {
  running: number
  queue: (() => void)[]
}

const QUEUE_RETRY_SECONDS = 2

export function createLimiter(limits: Limits, now = Date.now): Limiter {
  const { perMinute, concurrent = Number.POSITIVE_INFINITY, maxQueued = 0 } = limits
  const { queueTimeoutMs = Number.POSITIVE_INFINITY } = limits
  const rate = perMinute === undefined ? null : new RateLimiterMemory({ points: perMinute, duration: 60 })
  const lanes = new Map<string, Lane>()

  function waitForTurn(lane: Lane): Promise<void> | undefined {
    if (lane.running >= concurrent && lane.queue.length >= maxQueued) throw new LimitExceeded(QUEUE_RETRY_SECONDS)
    if (lane.running >= concurrent) return new Promise((resolve) => lane.queue.push(resolve))
    lane.running += 1
    return undefined
  }

  function release(key: string, lane: Lane): void {
    const next = lane.queue.shift()
    if (next) next()
    else lane.running -= 1
    if (lane.running === 0) lanes.delete(key)
  }

  return async (key, work) => {
    if (rate) await countOne(rate, key)
    const lane = lanes.get(key) ?? { running: 0, queue: [] }
    lanes.set(key, lane)
    const since = now()
    await waitForTurn(lane)
    try {
      if (now() - since > queueTimeoutMs) throw new LimitExceeded(QUEUE_RETRY_SECONDS)
      return await work()
    } finally {
      release(key, lane)
    }
  }
}

function countOne(rate: RateLimiterMemory, key: string): Promise<unknown> {
  return rate.consume(key).catch(({ msBeforeNext }: RateLimiterRes) => {
    throw new LimitExceeded(Math.ceil(msBeforeNext / 1000))
  })
}
