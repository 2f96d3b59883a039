/**
 * Scripts that put no spaces between words. Their texts are stored as pairs of characters, so that a word is found wherever it stands,
 * whatever a dictionary takes for the words around it. Only what is looked up is cut into words.
 */
const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
const UNSPACED = SCRIPTS.map((script) => String.raw`\p{Script_Extensions=${script}}`).join('')
const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu')
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u')

export const isUnspaced = (text: string): boolean => BEGINS_UNSPACED.test(text)

/** `kyoto茶道` → `kyoto`, `茶道` */
export const toRuns = (text: string): readonly string[] => text.match(RUNS) ?? []

/** `茶道体` → `茶道`, `道体`, `体`: every character begins one, so that a single one is found too. */
export function pairsOf(text: string): string[] {
  const characters = [...text]
  return characters.map((character, i) => character + (characters[i + 1] ?? ''))
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** `京都で茶道` → `京都`, `で`, `茶道` */
export function segmentsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
