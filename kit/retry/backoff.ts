export interface Backoff {
  firstMs: number
  maxMs: number
}

/** Milliseconds after the failure of `attempt`, from 1. Half of them are random: clients that failed together return apart. */
export function backoffMs(attempt: number, { firstMs, maxMs }: Backoff, random: number = Math.random()): number {
  return Math.min(maxMs, firstMs * 2 ** (attempt - 1)) * (0.5 + random / 2)
}

export function waitBeforeRetry(attempt: number, backoff: Backoff): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, backoffMs(attempt, backoff)))
}
