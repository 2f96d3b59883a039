/** Stems: what the forms of a word have in common. They are never shown, only compared. */
import { type Language, languages } from '@fernweh/contracts/browser/languages'
import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemGerman } from '@orama/stemmers/german'
import { toSingular } from './irregular-plurals.ts'

const MIN_STEM = 3

/**
 * Snowball's German rules take `kurse` to `kurs`, but `kurs` to `kur`: applied again and again, both arrive at the same. They leave the
 * `s` of `Fotos`, `Cafés` and `Workshops`, which German took from other languages.
 */
function stemGermanFully(word: string): string {
  const stem = stemGerman(word).replace(/(?<=.[aeiouyp])s$/, '')
  return stem === word || stem.length < MIN_STEM ? word : stemGermanFully(stem)
}

/**
 * Light stemming after Larkey, Ballesteros and Connell (light10), of words without article: Snowball's Arabic rules take `جولة` and
 * `جولات` to different stems. A `و` in front is `and`, or a letter of the word: both are tried.
 */
function stemArabic(word: string): string[] {
  const bare = word.replace(/^(?:[وف]?ال|[وف]?[بك]ال|[وف]?لل)(?=\p{L}{3})/u, '')
  const withoutAnd = bare.replace(/^و(?=\p{L}{3})/u, '')
  return [...new Set([bare, withoutAnd])].map((start) => withoutArabicEnding(toSingular(start, 'ar')))
}

const withoutArabicEnding = (word: string) =>
  word.replace(/(?<=\p{L}{3})(?:ات|ان|ون|ين|ها|هم|نا)$|(?<=\p{L}{2})ه$/u, '').replace(/(?<=\p{L}{3})ي$/u, '')

const stemmers: Record<Language, (word: string) => string[]> = {
  en: (word) => [stemEnglish(toSingular(word, 'en'))],
  de: (word) => [stemGermanFully(toSingular(word, 'de'))],
  ar: stemArabic,
}
const alphabets: Record<Language, RegExp> = { en: /^[a-z]{3,}$/, de: /^[a-z]{3,}$/, ar: /^\p{Script=Arabic}{3,}$/u }

/**
 * Stems of a folded word by the rules of the language it is written in; null is any of the pages' languages. Each says by whose rules
 * it was made: `notes` is looked for as `note` among words of English texts, and as `not` only among those of German ones.
 */
export function stemsOf(word: string, language: string | null): string[] {
  const rules = languages.filter((rule) => language === null || language === rule)
  return rules
    .filter((rule) => alphabets[rule].test(word))
    .flatMap((rule) => stemmers[rule](word).map((stem) => `${rule}:${stem}`))
}
