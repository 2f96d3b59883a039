/**
 * Control characters but tab and line breaks say nothing in a text: pages show none, and PostgreSQL stores neither NUL nor half
 * a surrogate pair. What is sent with one is invalid input, not a fault; in an address, which anybody may have typed, it reads as
 * a blank.
 */
const UNSTORABLE = /[^\P{Cc}\t\n\r]|\p{Surrogate}/u

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

/** With a blank for each character that cannot be stored. */
export const toStorable = (text: string) => text.replaceAll(new RegExp(UNSTORABLE, 'gu'), ' ')
