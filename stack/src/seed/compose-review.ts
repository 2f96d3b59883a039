/** Composes reviews from hand-written sentences, so that no two are the same. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../state/folders.ts'
import type { ReviewText } from './cities.ts'
import type { SeedPerson } from './people.ts'
import type { SeedRandom } from './random.ts'
import type { SeedExperience } from './seed-experience.ts'

type ByRating = Record<string, string[]>
type Details = Record<'good' | 'mixed' | 'bad', string[]>
/** The sentences to choose from, by their letter in a shape. */
type Choices = Record<string, string[]>

interface LanguageSentences {
  openings: ByRating
  closings: ByRating
  /** By category; not every language has them. */
  details?: Record<string, Details>
}

type Language = 'en' | 'de' | 'fr' | 'es'

interface ReviewSentences extends Record<Language, LanguageSentences> {
  companions: string[]
}

const written = JSON.parse(readFileSync(join(root, 'stack/seed/review-sentences.json'), 'utf8')) as ReviewSentences
const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight']

/** The order of sentences in a review: `o`pening, `d`etail, `c`losing. */
const SHAPES = ['o', 'od', 'od', 'odc', 'odc', 'oc', 'ddc', 'd', 'dc', 'oddc', 'odd']
const SHAPES_WITHOUT_DETAILS = ['o', 'oc', 'oc']
const MAX_TRIES = 200
/** After so many tries, English is taken, and openings and closings of this experience may be repeated. */
const STRICT_TRIES = 20

interface Composing {
  random: SeedRandom
  /** The texts of all reviews so far; none is repeated. */
  used: Set<string>
  /** The sentences of this experience's reviews so far; no detail is repeated. */
  sentences: Set<string>
}

export function composeReview(
  experience: SeedExperience,
  { locale }: SeedPerson,
  rating: number,
  { random, used, sentences }: Composing,
): ReviewText {
  const own = languageOf(locale, rating, random)
  const fill = createFill(experience, random)
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const language = tries < STRICT_TRIES ? own : 'en'
    const shape = random.pick(language === 'en' ? SHAPES : SHAPES_WITHOUT_DETAILS)
    const parts = draw(shape, choicesOf(language, experience, rating), {
      sentences,
      random,
      mayRepeat: tries >= STRICT_TRIES,
    })
    const text = parts.map(fill).map(capitalise).join(' ')
    if (used.has(text)) continue
    used.add(text)
    for (const part of parts) sentences.add(part)
    return { rating, text }
  }
  throw new Error(`No unused review of ${experience.entry.experienceId} with ${rating} stars is left: add sentences.`)
}

function choicesOf(language: Language, { entry }: SeedExperience, rating: number): Choices {
  const { openings, closings, details } = written[language]
  const detail = details?.[entry.category]?.[rating >= 4 ? 'good' : rating === 3 ? 'mixed' : 'bad']
  return { o: openings[rating] ?? [], d: detail ?? [], c: closings[rating] ?? [] }
}

/** Fills the `{names}` of a sentence, the same in all sentences of one review. */
function createFill({ entry, hostName, capacity }: SeedExperience, random: SeedRandom) {
  const [host = ''] = hostName.split(' ')
  const companions = random.pick(written.companions)
  const few = random.pick(NUMBERS.slice(0, Math.max(1, capacity - 1)))
  const values: Record<string, string> = { host, city: entry.city, with: companions, few }
  return (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
}

/** Half of the authors whose own language has sentences write in it. */
function languageOf(locale: string, rating: number, random: SeedRandom): Language {
  const language = locale.slice(0, 2)
  if (language !== 'de' && language !== 'fr' && language !== 'es') return 'en'
  return rating >= 3 && random.next() < 0.5 ? language : 'en'
}

interface Drawing {
  sentences: Set<string>
  random: SeedRandom
  /** Whether openings and closings of this experience's reviews may be repeated; details never are. */
  mayRepeat: boolean
}

function draw(shape: string, choices: Choices, drawing: Drawing): string[] {
  const { sentences, random, mayRepeat } = drawing
  const drawn: string[] = []
  for (const kind of shape) {
    const all = choices[kind]?.filter((sentence) => !drawn.includes(sentence)) ?? []
    const fresh = all.filter((sentence) => !sentences.has(sentence))
    const possible = kind !== 'd' && (mayRepeat || fresh.length === 0) ? all : fresh
    if (possible.length > 0) drawn.push(random.pick(possible))
  }
  return drawn.length > 0 ? drawn : draw('oc', choices, drawing)
}

const capitalise = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1)
