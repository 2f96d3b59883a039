/**
 * JSON that PostgreSQL stores as `jsonb`: it takes neither NUL nor half a surrogate pair, which become blanks. `JSON.stringify` writes both as
 * `\\u….`, and nothing else so but other control characters.
 */
export function toStorableJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/(\\\\)|\\u[0-9a-f]{4}/g, (escaped, backslash) => (backslash ? escaped : ' '))
}
