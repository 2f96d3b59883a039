/** PostgreSQL stores neither NUL nor half a surrogate pair: text with one is invalid input, not a fault. */
const UNSTORABLE = /\0|\p{Surrogate}/u

/** Path of the first text that cannot be stored, as `sessions.0.title`; undefined when all can. */
export function unstorableField(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? path.join('.') : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = UNSTORABLE.test(key) ? path.join('.') : unstorableField(inner, [...path, key])
    if (found !== undefined) return found
  }
  return undefined
}
