/** Messages that are nearly right, the same ones for the same seed. */

/** Values that programs stumble over. */
const JUNK: unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e308, 2 ** 53, '', ' ', 'null', '__proto__', 'constructor', 'x'.repeat(5_000)],
  ...['\u0000', 'a\u0000b', '\ud800', '\u202e', '>', '*', 'a.b.c', '../..', "'; drop table events; --"],
  ...[[], [[]], {}, { toString: 1 }, [null], { length: -1 }],
]

export function createMalformer(seed: number): (valid: unknown) => Uint8Array {
  let state = seed >>> 0
  /** Mulberry32. */
  function random(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const bytes = (text: string) => new TextEncoder().encode(text)

  const ways: ((valid: unknown) => Uint8Array)[] = [
    () => Uint8Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 256)),
    () => bytes(JSON.stringify(pick(JUNK))),
    (valid) => {
      const text = JSON.stringify(valid)
      return bytes(text.slice(0, 1 + Math.floor(random() * (text.length - 1))))
    },
    (valid) => bytes('['.repeat(10_000) + JSON.stringify(valid)),
    (valid) => bytes(JSON.stringify(withOneWrong(valid))),
    (valid) => bytes(JSON.stringify(withOneWrong(valid))),
    (valid) => bytes(JSON.stringify(withOneWrong(valid))),
  ]

  /** One field is missing, or not what it should be. */
  function withOneWrong(valid: unknown): unknown {
    if (typeof valid !== 'object' || valid === null) return pick(JUNK)
    if (Array.isArray(valid)) return [...valid, pick([null, 7, {}, []])]
    const field = pick(Object.keys(valid))
    const { [field]: before, ...others } = valid as Record<string, unknown>
    if (random() < 0.3) return others
    return { ...others, [field]: pick(JUNK.filter((junk) => kindOf(junk) !== kindOf(before))) }
  }

  return (valid) => pick(ways)(valid)
}

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
