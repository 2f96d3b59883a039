export interface Quota {
  free(): number
  turn(): Promise<void>
  spent(): void
  unspent(): void
}

const SECOND_MS = 1_000

/** A token returns one second after its call has *ended*: however late calls arrive, no second at the other side sees more. */
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
