/** The cities of the market, one file each below `stack/seed/cities`. An error names the file and the field. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { MAX_SEATS } from '@fernweh/contracts/browser/seats'
import { experiencePublished, experienceText } from '@fernweh/contracts/events/catalog'
import { z } from 'zod'
import { PlainError } from '../plain-error.ts'
import { root } from '../state/folders.ts'

const CITIES = join(root, 'stack/seed/cities')

const published = experiencePublished.data.shape
/** Ids of sessions and bookings begin with that of their experience, and no id is longer than 80. */
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,44}$/, 'small letters, digits and -, at most 45')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM')

const review = z.strictObject({ rating: z.int().min(1).max(5), text: z.string().min(1).max(1000) })

const experience = z.strictObject({
  id,
  host: id,
  category: published.category,
  ...experienceText.shape,
  /** The meeting point. */
  place: published.place,
  minutes: published.durationMinutes,
  languages: published.languages,
  /** For one seat, in whole units of the city's currency. */
  price: z.number().positive(),
  /** Local times at which it begins. */
  starts: z.array(time).min(1).max(3),
  /** ISO weekdays, 1 is Monday; every day when left out. */
  days: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5, 6, 7]),
  capacity: z
    .int()
    .min(2)
    .max(MAX_SEATS + 4),
  translations: published.translations.default({}),
  /** Reviews that fit no other experience. */
  reviews: z.array(review).min(1),
})

export const cityFile = z.strictObject({
  city: published.city,
  country: published.country,
  zone: published.zone,
  currency: z.string().regex(/^[A-Z]{3}$/),
  place: published.place,
  hosts: z.array(z.strictObject({ id, name: z.string().min(1).max(80), languages: published.languages })).min(1),
  experiences: z.array(experience).min(1),
})
export type City = z.output<typeof cityFile>
export type ReviewText = z.output<typeof review>

/** In the order of their files' names, whichever continent they are in. */
export function readCities(folder = CITIES): City[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
  const sorted = files.sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
  const cities = sorted.map((file) => readCity(join(folder, file)))
  requireUnique(
    'experience',
    cities.flatMap(({ experiences }) => experiences.map((one) => one.id)),
  )
  requireUnique(
    'city',
    cities.map(({ city }) => city),
  )
  requireSameNames(cities)
  return cities
}

function readCity(file: string): City {
  const read = cityFile.safeParse(parseFile(file))
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    throw new PlainError(`${file} is not a city of the seed:\n${problems.join('\n')}`)
  }
  const known = new Set(read.data.hosts.map((host) => host.id))
  for (const { id, host } of read.data.experiences) {
    if (!known.has(host)) throw new PlainError(`${file}: the host of ${id}, ${host}, is not among the city's hosts.`)
  }
  return read.data
}

function parseFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new PlainError(`${file}: ${(error as Error).message}`)
  }
}

function requireUnique(kind: string, names: string[]): void {
  const duplicate = names.find((name, index) => names.indexOf(name) !== index)
  if (duplicate) throw new PlainError(`The seed has the ${kind} ${duplicate} twice.`)
}

/** A host of several cities is one person. */
function requireSameNames(cities: City[]): void {
  const names = new Map<string, string>()
  for (const { id, name } of cities.flatMap(({ hosts }) => hosts)) {
    if ((names.get(id) ?? name) !== name) throw new PlainError(`The host ${id} is named ${names.get(id)} and ${name}.`)
    names.set(id, name)
  }
}
