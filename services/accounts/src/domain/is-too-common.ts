import { commonPasswords } from './common-passwords.ts'

/** Neighbours in the alphabet and on keyboards, across and down. */
const ROWS =
  'abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop qwertzuiop azertyuiop asdfghjkl zxcvbnm yxcvbnm 1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm'
    .split(' ')
    .flatMap((row) => [row, Array.from(row).reverse().join('')])
const MIN_RUN = 3
const MIN_WORD = 3
/** Characters that must be left when everything that is tried first is taken away. */
const MUST_REMAIN = 6
const MAX_REPEATED = 4

/** Letters people write as something else. */
const DISGUISED: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }

/** Made of little else than usual passwords, runs of keys, one repetition, or the person's own words. */
export function isTooCommon(password: string, own: { name: string; mail: string }): boolean {
  const text = password.toLowerCase()
  const words = [...ownWords(own), ...commonPasswords].sort((a, b) => b.length - a.length)
  return (
    new Set(text).size <= MAX_REPEATED ||
    remains(text, words).length < MUST_REMAIN ||
    remains(withoutDisguise(text), words).length < MUST_REMAIN
  )
}

function ownWords({ name, mail }: { name: string; mail: string }): string[] {
  const parts = `${name} ${mail}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return parts.filter((part) => part.length >= MIN_WORD)
}

function remains(text: string, words: readonly string[]): string {
  const rest = words.reduce((left, word) => left.replaceAll(word, ' '), text)
  return withoutRuns(rest).replace(/[\s\p{P}]/gu, '')
}

function withoutRuns(text: string): string {
  let rest = ''
  for (let i = 0; i < text.length; ) {
    const length = runAt(text, i)
    if (length < MIN_RUN) rest += text[i]
    i += length < MIN_RUN ? 1 : length
  }
  return rest
}

function runAt(text: string, start: number): number {
  let length = 1
  while (start + length < text.length && ROWS.some((row) => row.includes(text.slice(start, start + length + 1))))
    length++
  return length
}

const withoutDisguise = (text: string) => text.replace(/[013457@$!]/g, (sign) => DISGUISED[sign] ?? sign)
