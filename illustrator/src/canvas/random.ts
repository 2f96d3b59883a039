/** Random numbers from a seed, the same on every machine. */
export interface Random {
  /** In [0, 1). */
  (): number
  between(low: number, high: number): number
  int(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  chance(probability: number): boolean
  /** A copy in random order. */
  shuffle<T>(items: readonly T[]): T[]
}

/** FNV-1a. */
export function hashOf(text: string): number {
  let state = 2166136261
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 16777619)
  return state >>> 0
}

/** mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return Object.assign(next, {
    between: (low: number, high: number) => low + next() * (high - low),
    /** Includes both ends. */
    int: (low: number, high: number) => low + Math.floor(next() * (high - low + 1)),
    pick<T>(from: readonly T[]): T {
      return from[Math.floor(next() * from.length)] as T
    },
    chance: (probability: number) => next() < probability,
    shuffle<T>(items: readonly T[]): T[] {
      const left = [...items]
      return items.flatMap(() => left.splice(Math.floor(next() * left.length), 1))
    },
  })
}
