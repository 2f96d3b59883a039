import { createHash } from 'node:crypto'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { Logger } from '@fernweh/kit/server/process/logger'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

export interface Counter {
  /** False when the points of this key are used up. */
  take(key: string): Promise<boolean>
  giveBack(key: string): Promise<void>
}

interface Options {
  name: string
  points: number
  seconds: number
  pool: Pool
  log: Logger
}

type Limiter = RateLimiterPostgres | RateLimiterMemory

export function createCounter({ name, points, seconds, pool, log }: Options): Counter {
  const rule = { keyPrefix: name, points, duration: seconds }
  const table = { storeClient: pool, storeType: 'pool', tableName: 'tries', tableCreated: true }
  const together = new RateLimiterPostgres({ ...rule, ...table })
  const alone = new RateLimiterMemory(rule)

  async function count(change: (limiter: Limiter) => Promise<unknown>): Promise<boolean> {
    try {
      return await fits(change(together))
    } catch (error) {
      log.warn({ err: error, limit: name }, 'table of tries unusable, tries counted by this instance alone')
      return fits(change(alone))
    }
  }

  return {
    take: (key) => count((limiter) => limiter.consume(digest(key))),
    async giveBack(key) {
      await count((limiter) => limiter.reward(digest(key)))
    },
  }
}

/** The limiter rejects with a result when the points are used up, and with an error when it cannot count. */
const fits = (changed: Promise<unknown>): Promise<boolean> =>
  changed.then(
    () => true,
    (error) => {
      if (error instanceof RateLimiterRes) return false
      throw error
    },
  )

/** Addresses are longer than a key may be, and must not be readable beside how often they were tried. */
const digest = (key: string) => createHash('sha256').update(key).digest('base64url')
