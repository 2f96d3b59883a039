/**
 * How often something may be tried. Tries are counted in PostgreSQL, so that instances count together. When that fails, each
 * instance counts by itself for as long: neither is everybody locked out, nor is the door open to guessing.
 */
import { createHash } from 'node:crypto'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { Logger } from '@fernweh/kit/server/process/logger'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Allowed } from '../config.ts'

/** What is tried, and from where; without a subject only the network counts. */
export interface Try {
  subject?: string
  network: string
}

export interface Limit {
  /** False when there were too many. */
  take(tried: Try): Promise<boolean>
  /** It was the right one: this try does not count. */
  giveBack(tried: Try): Promise<void>
}

export function createLimits<Name extends string>(options: {
  allowed: Record<Name, Allowed>
  pool: Pool
  log: Logger
}): Record<Name, Limit> {
  const { allowed, pool, log } = options
  const named = Object.entries<Allowed>(allowed).map(([name, each]) => [
    name,
    createLimit({ name, allowed: each, pool, log }),
  ])
  return Object.fromEntries(named)
}

function createLimit(options: { name: string; allowed: Allowed; pool: Pool; log: Logger }): Limit {
  const { name, allowed, pool, log } = options
  const counter = (kind: string, points: number) =>
    createCounter({ prefix: `${name}-${kind}`, points, seconds: allowed.seconds, pool, log })
  const perNetwork = counter('network', allowed.perNetwork)
  const perPair = counter('pair', allowed.perPair)
  const perSubject = counter('subject', allowed.perSubject)

  /** Narrow ones first: a network that is over its own limit uses up nothing of what others share. */
  const countersOf = ({ subject, network }: Try): [Counter, string][] => [
    [perNetwork, network],
    ...(subject === undefined
      ? []
      : ([
          [perPair, `${subject} ${network}`],
          [perSubject, subject],
        ] as [Counter, string][])),
  ]

  return {
    async take(tried) {
      for (const [counter, key] of countersOf(tried)) {
        if (!(await counter.take(key))) return false
      }
      return true
    },
    async giveBack(tried) {
      await Promise.all(countersOf(tried).map(([counter, key]) => counter.giveBack(key)))
    },
  }
}

interface Counter {
  take(key: string): Promise<boolean>
  giveBack(key: string): Promise<void>
}

function createCounter(options: { prefix: string; points: number; seconds: number; pool: Pool; log: Logger }): Counter {
  const { prefix, points, seconds, pool, log } = options
  const rule = { keyPrefix: prefix, points, duration: seconds }
  const together = new RateLimiterPostgres({
    ...rule,
    storeClient: pool,
    storeType: 'pool',
    tableName: 'tries',
    tableCreated: true,
  })
  const alone = new RateLimiterMemory(rule)

  async function ask<T>(asked: (limiter: RateLimiterPostgres | RateLimiterMemory) => Promise<T>): Promise<T> {
    try {
      return await asked(together)
    } catch (error) {
      if (error instanceof RateLimiterRes) throw error
      log.warn({ err: error, limit: prefix }, 'tries are counted by this instance alone')
      return asked(alone)
    }
  }

  return {
    take: (key) =>
      ask((limiter) => limiter.consume(digest(key))).then(
        () => true,
        (error) => {
          if (error instanceof RateLimiterRes) return false
          throw error
        },
      ),
    async giveBack(key) {
      await ask((limiter) => limiter.reward(digest(key)))
    },
  }
}

/** Addresses are longer than a key may be, and not to be read beside how often they were tried. */
const digest = (key: string) => createHash('sha256').update(key).digest('base64url')
