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

/** Every word accented and a third longer, to show what is clipped, and what is no message because it has no accents. */
export function toPseudo(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const accented = word.replace(/[a-z]/g, (letter) => accents[letter] ?? letter)
    return accented + '~'.repeat(Math.ceil(word.length / 3))
  })
}
