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

/** Words without case and accents, in Arabic without article: `Où est l’Église?` → `ou est l eglise`, `القُدس` → `قدس`. */
export function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    // Marks, and the dash that only stretches an Arabic word.
    .replace(/\p{M}|ـ/gu, '')
    .replace(/[ßæœøłđðþıٱىة]/g, (letter) => FOLDED[letter] ?? letter)
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/^ال(?=\p{L}{3})/u, ''))
}

/** Equal for names that differ in case, accents and punctuation only. */
export function toNameKey(name: string): string {
  return wordsOf(name).join(' ')
}
