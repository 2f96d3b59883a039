/** The settings a test may change, and what the provider has received. */
import { z } from 'zod'

export const settingsSchema = z.strictObject({
  /** Connections are cut without an answer. */
  down: z.boolean().default(false),
  /** Answers of the API come this much later. */
  delayMs: z.int().min(0).max(60_000).default(0),
  /** So many commands are carried out and not answered. */
  loseAnswers: z.int().min(0).default(0),
  /** So many calls are answered with 500. */
  failures: z.int().min(0).default(0),
  /** Calls above that are refused with 429. */
  perSecond: z.int().min(1).default(100),
  /** Off: the same key carries a command out again. */
  idempotency: z.boolean().default(true),
  webhooks: z.enum(['normal', 'lost', 'doubled', 'delayed', 'reordered']).default('normal'),
  webhookDelayMs: z.int().min(0).max(600_000).default(3_000),
  /** Later than the return to the shop: the money is promised, and comes, or does not. */
  asynchronous: z.enum(['off', 'succeeds', 'fails']).default('off'),
  /** Refused for good: new checkouts, as of a shop that may not sell, or refunds, as of disputed charges. */
  refuses: z.enum(['nothing', 'checkouts', 'refunds']).default('nothing'),
  /** Added to the amount that is charged. */
  amountOff: z.int().default(0),
})
export type Settings = z.output<typeof settingsSchema>

export interface ApiCall {
  /** Milliseconds. */
  at: number
  method: string
  path: string
  idempotencyKey: string | null
  /** 0: not answered. */
  status: number
}

const MAX_CALLS = 20_000

export function createCalls() {
  const calls: ApiCall[] = []
  return {
    all: () => calls,
    add(call: ApiCall): ApiCall {
      calls.push(call)
      if (calls.length > MAX_CALLS) calls.shift()
      return call
    },
    /** Those that were let in. */
    inLastSecond(now: number): number {
      const recent = calls.slice(calls.findLastIndex(({ at }) => at <= now - 1000) + 1)
      return recent.filter(({ status }) => status !== 429).length
    },
  }
}
export type Calls = ReturnType<typeof createCalls>
