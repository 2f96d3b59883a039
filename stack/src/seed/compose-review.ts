/** What people say who were there: sentences written by hand, put together so that no two opinions are the same. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../state/folders.ts'
import type { SeedExperience } from './cities.ts'
import type { SeedPerson } from './people.ts'
import type { Random } from './random.ts'

type ByRating = Record<string, string[]>
type Details = Record<'good' | 'mixed' | 'bad', string[]>

interface Sentences {
  openings: ByRating
  closings: ByRating
  /** By category; only where the language has them. */
  details?: Record<string, Details>
}

interface Opinions {
  companions: string[]
  en: Sentences
  de: Sentences
  fr: Sentences
  es: Sentences
}

const opinions = JSON.parse(readFileSync(join(root, 'stack/seed/opinions.json'), 'utf8')) as Opinions
const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight']

/** How the sentences of an opinion follow each other: `o`pening, `d`etail, `c`losing. */
const SHAPES = ['o', 'od', 'od', 'odc', 'odc', 'oc', 'ddc', 'd', 'dc', 'oddc', 'odd']
const SHAPES_WITHOUT_DETAILS = ['o', 'oc', 'oc']
const MAX_TRIES = 200

export interface Said {
  rating: number
  text: string
}

type Language = 'en' | 'de' | 'fr' | 'es'

/** Nothing that is in `used` is said again, nor a detail twice of one experience (`sentences`). */
export function sayOf(
  experience: SeedExperience,
  { locale }: SeedPerson,
  rating: number,
  { random, used, sentences }: { random: Random; used: Set<string>; sentences: Set<string> },
): Said {
  const own = languageOf(locale, rating, random)
  const fill = filling(experience, random)
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    // Of the other languages there are fewer sentences, and of those not said here yet too: all of it may have been said.
    const language = tries < 20 ? own : 'en'
    const shape = random.pick(language === 'en' ? SHAPES : SHAPES_WITHOUT_DETAILS)
    const parts = draw(shape, sentencesOf(language, experience, rating), {
      said: sentences,
      random,
      again: tries >= 20,
    })
    const text = parts.map(fill).map(capital).join(' ')
    if (used.has(text)) continue
    used.add(text)
    for (const part of parts) sentences.add(part)
    return { rating, text }
  }
  throw new Error(`nothing new can be said of ${experience.offer.experienceId} with ${rating} stars`)
}

function sentencesOf(language: Language, { offer }: SeedExperience, rating: number): Record<string, string[]> {
  const { openings, closings, details } = opinions[language]
  const detail = details?.[offer.category]?.[rating >= 4 ? 'good' : rating === 3 ? 'mixed' : 'bad']
  return { o: openings[rating] ?? [], d: detail ?? [], c: closings[rating] ?? [] }
}

/** Who came with whom is the same in all of an opinion. */
function filling({ offer, hostName, capacity }: SeedExperience, random: Random) {
  const [host = ''] = hostName.split(' ')
  const companions = random.pick(opinions.companions)
  const few = random.pick(NUMBERS.slice(0, Math.max(1, capacity - 1)))
  const filled: Record<string, string> = { host, city: offer.city, with: companions, few }
  return (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name) => filled[name] ?? '')
}

/** Half of those who have a language of their own that there are sentences in write in it. */
function languageOf(locale: string, rating: number, random: Random): Language {
  const language = locale.slice(0, 2)
  if (language !== 'de' && language !== 'fr' && language !== 'es') return 'en'
  return rating >= 3 && random.next() < 0.5 ? language : 'en'
}

interface Drawing {
  said: Set<string>
  random: Random
  /** Openings and closings that were said here may be said again; details, of which there are few, never. */
  again: boolean
}

function draw(shape: string, from: Record<string, string[]>, drawing: Drawing): string[] {
  const { said, random, again } = drawing
  const drawn: string[] = []
  for (const kind of shape) {
    const all = from[kind]?.filter((sentence) => !drawn.includes(sentence)) ?? []
    const fresh = all.filter((sentence) => !said.has(sentence))
    const possible = kind !== 'd' && (again || fresh.length === 0) ? all : fresh
    if (possible.length > 0) drawn.push(random.pick(possible))
  }
  return drawn.length > 0 ? drawn : draw('oc', from, drawing)
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1)
