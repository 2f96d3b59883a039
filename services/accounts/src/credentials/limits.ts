/**
 * How often something may be tried. Tries are counted in PostgreSQL, so that instances count together. When that fails, each
 * instance counts alone: nobody is locked out, and guessing stays limited.
 */
import { isRefused, type Refused } from '@fernweh/contracts/api/operation'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { Logger } from '@fernweh/kit/server/process/logger'
import type { AllowedTries, LimitName } from '../config.ts'
import { type Counter, createCounter } from './counter.ts'

/** What is tried, and from where; without a subject only the network counts. */
export interface Try {
  subject?: string
  network: string
}

export interface Limit {
  /** False when there were too many. */
  take(tried: Try): Promise<boolean>
  /** This try does not count. */
  giveBack(tried: Try): Promise<void>
}

export type AccountLimits = Record<LimitName, Limit>

interface Options {
  allowed: Record<LimitName, AllowedTries>
  pool: Pool
  log: Logger
}

export function createLimits({ allowed, pool, log }: Options): AccountLimits {
  const limits = Object.entries(allowed).map(([name, { seconds, ...tries }]) => {
    const counter = (kind: string, points: number) =>
      createCounter({ name: `${name}-${kind}`, points, seconds, pool, log })
    return [
      name,
      createLimit({
        network: counter('network', tries.perNetwork),
        pair: counter('pair', tries.perPair),
        subject: counter('subject', tries.perSubject),
      }),
    ]
  })
  return Object.fromEntries(limits)
}

/** Narrow counters come first: a network that exceeds its own limit uses up nothing that others share. */
function createLimit(counters: Record<'network' | 'pair' | 'subject', Counter>): Limit {
  const countersOf = ({ subject, network }: Try): (readonly [Counter, string])[] => {
    const ofNetwork = [counters.network, network] as const
    if (subject === undefined) return [ofNetwork]
    return [ofNetwork, [counters.pair, `${subject} ${network}`], [counters.subject, subject]]
  }

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

/** A fault does not count as a try. */
export async function countTries<Answer>(
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

/** Only what is refused counts: whoever knows the password or has the link is never stopped. */
export async function countRefusals<Answer>(
  limit: Limit,
  tried: Try,
  attempt: () => Promise<Answer>,
): Promise<Answer | Refused<'too-many-tries'>> {
  const answer = await countTries(limit, tried, attempt)
  if (!isRefused(answer)) await limit.giveBack(tried)
  return answer
}
