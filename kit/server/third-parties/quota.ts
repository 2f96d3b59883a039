export interface Quota {
  /** Turns that can be taken now. */
  free(): number
  /** Resolves in the order of the calls. */
  turn(): Promise<void>
  /** Ends a turn in which something was sent. */
  spent(): void
  /** Ends a turn in which nothing was sent. */
  unspent(): void
}

const SECOND_MS = 1_000

/**
 * A bucket of `perSecond` tokens. A token returns one second after its call has *ended*, so however late calls arrive, the
 * other side never sees more in a second, and no more are ever under way.
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
