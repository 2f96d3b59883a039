/** The cities of the market, one file each in `stack/seed/cities`: what is wrong in one is said with its name and place. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { importExperiences } from '@fernweh/contracts/api/catalog'
import type { BodyOf } from '@fernweh/contracts/api/operation'
import { fractionDigitsOf } from '@fernweh/contracts/browser/money-format'
import { MAX_SEATS } from '@fernweh/contracts/browser/seats'
import { experiencePublished, experienceText } from '@fernweh/contracts/events/catalog'
import { z } from 'zod'
import { PlainError } from '../../plain-error.mjs'
import { root } from '../state/folders.ts'

const CITIES = join(root, 'stack/seed/cities')

const published = experiencePublished.data.shape
/** Sessions and bookings are named after their experience, and no id is longer than 80. */
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,44}$/, 'small letters, digits and -, at most 45')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM')

const said = z.strictObject({ rating: z.int().min(1).max(5), text: z.string().min(1).max(1000) })

const experience = z.strictObject({
  id,
  host: id,
  category: published.category,
  ...experienceText.shape,
  /** Where it begins. */
  place: published.place,
  minutes: published.durationMinutes,
  languages: published.languages,
  /** For one seat, in whole units of the city's currency. */
  price: z.number().positive(),
  /** Local times of a day at which it begins. */
  starts: z.array(time).min(1).max(3),
  /** ISO weekdays, 1 is Monday; left out: every day. */
  days: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5, 6, 7]),
  capacity: z
    .int()
    .min(2)
    .max(MAX_SEATS + 4),
  translations: published.translations.default({}),
  /** Opinions that fit nothing else. */
  said: z.array(said).min(1),
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
type Listed = City['experiences'][number]

/** An experience as catalog takes it over, and what the rest of the seed needs of it. */
export interface SeedExperience {
  offer: Omit<BodyOf<typeof importExperiences>['experiences'][number], 'sessions'>
  starts: string[]
  days: number[]
  capacity: number
  said: z.output<typeof said>[]
  hostName: string
}

export function readCities(folder = CITIES): City[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const cities = files.sort().map((file) => readCity(join(folder, file)))
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
    if (!known.has(host)) throw new PlainError(`${file}: ${id} belongs to ${host}, who is not among its hosts.`)
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

function requireUnique(what: string, names: string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new PlainError(`The seed has the ${what} ${twice} twice.`)
}

/** Who hosts in several cities is one person. */
function requireSameNames(cities: City[]): void {
  const names = new Map<string, string>()
  for (const { id, name } of cities.flatMap(({ hosts }) => hosts)) {
    if ((names.get(id) ?? name) !== name) throw new PlainError(`The host ${id} is ${names.get(id)} and ${name}.`)
    names.set(id, name)
  }
}

export function experiencesOf({ experiences, hosts, place: _, currency, ...where }: City): SeedExperience[] {
  return experiences.map((listed) => ({
    offer: toOffer(listed, where, currency),
    starts: listed.starts,
    days: listed.days,
    capacity: listed.capacity,
    said: listed.said,
    hostName: hosts.find((host) => host.id === listed.host)?.name ?? '',
  }))
}

function toOffer(
  { id, host, minutes, price, starts: _, days: __, capacity: ___, said: ____, ...text }: Listed,
  where: Pick<City, 'city' | 'country' | 'zone'>,
  currency: string,
): SeedExperience['offer'] {
  const offer = { experienceId: id, hostId: host, durationMinutes: minutes, language: 'en', ...text, ...where }
  return { ...offer, price: { amount: Math.round(price * 10 ** fractionDigitsOf(currency)), currency } }
}
