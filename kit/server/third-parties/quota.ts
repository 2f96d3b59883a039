/** So many calls in any second, counted where they arrive. */
export interface Quota {
  /** How many turns could be taken now. */
  free(): number
  /** Resolves in the order of asking. */
  turn(): Promise<void>
  /** Ends a turn in which something was sent. */
  spent(): void
  /** Ends a turn in which nothing was sent. */
  unspent(): void
}

const SECOND_MS = 1_000

/**
 * A bucket of `perSecond` tokens. A token comes back one second after its call has *ended*: whatever the network does to the
 * calls, no second at the other side sees more of them, and no more are ever under way.
 */
export function createQuota(perSecond: number): Quota {
  const waiting: (() => void)[] = []
  let tokens = perSecond

  function giveBack(): void {
    const next = waiting.shift()
    if (next) next()
    else tokens += 1
  }

  return {
    free: () => tokens,
    turn() {
      if (tokens === 0) return new Promise((resolve) => waiting.push(resolve))
      tokens -= 1
      return Promise.resolve()
    },
    spent: () => void setTimeout(giveBack, SECOND_MS),
    unspent: giveBack,
  }
}
