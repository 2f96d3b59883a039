const accents: Record<string, string> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'đ',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ó',
  p: 'þ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ú',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
}

/** A third longer and accented: what is clipped shows, and what is not accented was never a message. */
export function toPseudo(text: string): string {
  const accented = text.replace(/[a-z]/g, (letter) => accents[letter] ?? letter)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters === 0 ? text : `${accented}${'~'.repeat(Math.ceil(letters / 3))}`
}
