/** Waits between attempts, for servers and browsers alike. */
export interface Backoff {
  firstMs: number
  maxMs: number
}

/** Milliseconds after the failure of `attempt` (from 1): doubled each time; half of it is random, so that clients that failed together return apart. */
export function backoffMs(attempt: number, { firstMs, maxMs }: Backoff, random: number = Math.random()): number {
  return Math.min(maxMs, firstMs * 2 ** (attempt - 1)) * (0.5 + random / 2)
}
