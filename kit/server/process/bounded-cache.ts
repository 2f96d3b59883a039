import { LRUCache } from 'lru-cache'

export interface BoundedCache<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
}

/** `max` counts values, or what `sizeOf` measures (bytes). A value larger than `max` is not kept. */
export function createBoundedCache<Value extends object>(
  max: number,
  sizeOf: (value: Value) => number = () => 1,
): BoundedCache<Value> {
  const cache = new LRUCache<string, Value>({
    maxSize: max,
    sizeCalculation: (value) => Math.max(1, sizeOf(value)),
  })
  return { get: (key) => cache.get(key), set: (key, value) => void cache.set(key, value) }
}
