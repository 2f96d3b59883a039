/** Counts by key. */
export function createCounter<Key extends string>() {
  const counts = new Map<Key, { count: number }>()
  return {
    add(key: Key) {
      const known = counts.get(key)
      if (known) known.count += 1
      else counts.set(key, { count: 1 })
    },
    /** The highest count first, equal ones by key. */
    ranked: () =>
      Array.from(counts, ([key, { count }]) => [key, count] as const).sort(
        ([a, some], [b, others]) => others - some || (a < b ? -1 : 1),
      ),
  }
}
