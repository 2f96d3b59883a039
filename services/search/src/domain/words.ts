/** Letters that Unicode does not decompose into a base letter and a mark; in Arabic, those that are often interchanged. */
const FOLDED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
}

/** How these letters are written where a keyboard does not have them. */
const WRITTEN_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** A word, or several that hyphens or apostrophes join. */
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’‐-][\p{L}\p{N}\p{M}]+)*/gu
const JOINER = /['’‐-]/

/** `Zur E-Bike-Tour!` → `zur`, `e-bike-tour` */
export function tokensOf(text: string): readonly string[] {
  return text.toLowerCase().normalize('NFKC').match(TOKEN) ?? []
}

/** `e-bike-tour` → `e`, `bike`, `tour` */
export const partsOf = (token: string): string[] => token.split(JOINER)

/** Without accents, in Arabic without vowels and article: `église` → `eglise`, `القُدس` → `قدس`. */
export function fold(part: string): string {
  if (/^[a-z0-9]+$/.test(part)) return part
  return (
    part
      .normalize('NFKD')
      // Marks, and the dash that only stretches an Arabic word.
      .replace(/\p{M}|ـ/gu, '')
      .replace(/[ßæœøłđðþıٱىة]/g, (letter) => FOLDED[letter] ?? letter)
      .replace(/^ال(?=\p{L}{3})/u, '')
  )
}

/** `würzburg` → `wurzburg`, `wuerzburg` */
export function spellingsOf(part: string): string[] {
  const writtenOut = part.replace(/[äöüøå]/g, (letter) => WRITTEN_OUT[letter] ?? letter)
  return [...new Set([fold(part), fold(writtenOut)])].filter((spelling) => spelling !== '')
}

/** Words without case and accents, in Arabic without article: `Où est l’Église?` → `ou est l eglise`. */
export function wordsOf(text: string): string[] {
  return tokensOf(text)
    .flatMap(partsOf)
    .map(fold)
    .filter((word) => word !== '')
}

/** Equal for names that differ in case, accents and punctuation only. */
export function toNameKey(name: string): string {
  return wordsOf(name).join(' ')
}
