export interface Quota {
  free(): number
  turn(): Promise<void>
  spent(): void
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
