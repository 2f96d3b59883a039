/** Sky, sun and land of a portrait, the same in light and dark; the letters are drawn on the land. */
export const portraitColours = [
  ['#f0cfa6', '#d9603b', '#4a3b5c'],
  ['#d5e0dc', '#e0913f', '#24454d'],
  ['#c9d8e4', '#e8b04f', '#1f3f5b'],
  ['#efdcc0', '#c9743a', '#2f4a3c'],
  ['#e3bfa8', '#f6dfae', '#5a2f4a'],
  ['#b9c6dd', '#f3c98b', '#27345c'],
] as const
export const LETTER_COLOUR = '#fffaf3'

export type PortraitColours = (typeof portraitColours)[number]

/** Hashes the name (FNV-1a), so that the same name always has the same colours. */
export function toPortraitColours(name: string): PortraitColours {
  let hash = 2166136261
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619)
  return portraitColours[((hash ^ (hash >>> 13)) >>> 0) % portraitColours.length] ?? portraitColours[0]
}

/** The first letters of the first and the last word, as people write them; Arabic letters would join, so one is enough. */
export function toInitials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '')
  const initials = letters.join('').toLocaleUpperCase()
  return /\p{Script=Arabic}/u.test(initials) ? (letters[0] ?? '') : initials
}
