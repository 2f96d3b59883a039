/**
 * Control characters but tab and line breaks, and lone surrogates: PostgreSQL stores neither NUL nor half a surrogate pair.
 * They are invalid input in a body; in a URL, which anybody may have typed, they become blanks.
 */
const UNSTORABLE = /[^\P{Cc}\t\n\r]|\p{Surrogate}/u

/** Path of the first text that cannot be stored, e.g. `sessions.0.title`. */
export function unstorableField(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? path.join('.') : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = UNSTORABLE.test(key) ? path.join('.') : unstorableField(inner, [...path, key])
    if (found !== undefined) return found
  }
  return undefined
}

export const toStorable = (text: string) => text.replaceAll(new RegExp(UNSTORABLE, 'gu'), ' ')
