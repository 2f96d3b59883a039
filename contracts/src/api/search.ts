import { z } from 'zod'
import { filterNames } from '../browser/search-filters.ts'
import { MAX_SEATS } from '../browser/seats.ts'
import { cityNames } from '../city.ts'
import { id } from '../envelope.ts'
import { category } from '../events/catalog.ts'
import { versioned } from '../feeds/feed.ts'
import { experience, experienceCard, nextSession } from '../feeds/search.ts'
import { money } from '../money.ts'
import { picture } from '../picture.ts'
import { operation } from './operation.ts'

/**
 * `best` is by text match and popularity, without a query by popularity alone; `rating` is damped by its number of reviews. `price`
 * compares within a currency only, as there are no exchange rates: the most common currency comes first. `near` is by distance.
 */
export const sort = z.enum(['best', 'soonest', 'price', 'rating', 'near'])
export type Sort = z.infer<typeof sort>

/** Filters of a search, all optional. */
export const searchFilters = z.object({
  q: z.string().trim().max(200).default(''),
  category: category.optional(),
  /** By name, ignoring case and accents. */
  city: z.string().trim().min(1).max(80).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** First and last day, in the experience's time zone. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Free seats in one session. */
  seats: z.coerce.number().int().min(1).max(MAX_SEATS).optional(),
  /** Maximum for one seat in whole units of `currency`, to which results are then limited. */
  price: z.coerce.number().int().min(1).max(1_000_000).optional(),
  currency: money.shape.currency.optional(),
})
export type SearchFilters = z.infer<typeof searchFilters>

const searchResult = versioned(experienceCard).extend({
  /** Soonest session that matches the filters: on those days, with that many free seats. */
  session: nextSession.nullable(),
})
export type SearchResult = z.infer<typeof searchResult>

const count = z.int().min(0)
const inCategory = z.object({ category, count })
const inCity = z.object({ city: z.string(), cityNames, country: z.string(), count })

export const findExperiences = operation({
  name: 'GET /experiences',
  query: searchFilters
    .extend({
      sort: sort.default('best'),
      latitude: z.coerce.number().min(-90).max(90).optional(),
      longitude: z.coerce.number().min(-180).max(180).optional(),
      page: z.coerce.number().int().min(1).max(1000).default(1),
      limit: z.coerce.number().int().min(1).max(100).default(24),
    })
    .superRefine(({ price, currency, sort, latitude, longitude }, context) => {
      const need = (field: string, by: string) =>
        context.addIssue({ code: 'custom', path: [field], message: `needed by ${by}` })
      if (price !== undefined && currency === undefined) need('currency', 'price')
      if (sort === 'near' && latitude === undefined) need('latitude', 'sort')
      if (sort === 'near' && longitude === undefined) need('longitude', 'sort')
    }),
  answer: z.object({
    total: count,
    /** The last page, where the requested one is beyond it. */
    page: z.int(),
    pages: count,
    found: z.array(searchResult),
    /** `some`: no experience holds all words of the query, so these hold as many as any does. */
    holds: z.enum(['all', 'some']).default('all'),
    /** Number of results per category and per city with all other filters unchanged, most first. */
    categories: z.array(inCategory),
    cities: z.array(inCity),
    /** Currencies of all results, most common first. */
    currencies: z.array(money.shape.currency),
    /** When there are no results: how many there would be without this filter. */
    without: z.partialRecord(z.enum(filterNames), count),
  }),
})

export const continent = z.enum(['africa', 'asia', 'europe', 'north-america', 'oceania', 'south-america'])
export type Continent = z.infer<typeof continent>

/**
 * Contents of the home page. `near` is the name of a city. Experiences of the `interests`, categories separated by commas, come before
 * others.
 */
export const discover = operation({
  name: 'GET /discover',
  query: z.object({ near: z.string().trim().max(80).default(''), interests: z.string().max(1000).default('') }),
  answer: z.object({
    /** Null when there are no experiences in that city. */
    near: z.object({ city: z.string(), cityNames, found: z.array(searchResult) }).nullable(),
    /** From different cities, if there are enough. */
    popular: z.array(searchResult),
    /** With free seats within a week, without those in `popular`. */
    soon: z.array(searchResult),
    categories: z.array(inCategory),
    cities: z.array(inCity.extend({ continent: continent.nullable() })),
    /** Cities of `cities` with a picture of what one can do there, the most popular first. */
    pictured: z.array(z.object({ city: z.string(), picture })).default([]),
  }),
})

/** Every city with experiences, in no particular order. */
export const listCities = operation({
  name: 'GET /cities',
  answer: z.object({ cities: z.array(inCity) }),
})

const tenthOfADegree = z.coerce.number().multipleOf(0.1, 'round it to 0.1')

/**
 * The city nearest to a position, within 150 km. To protect the visitor's privacy the browser rounds the position to 0.1 degree
 * (at most 11 km) before it is sent, a more exact one is rejected, and nothing is stored.
 */
export const nearestCity = operation({
  name: 'GET /nearest-city',
  query: z.object({
    latitude: tenthOfADegree.min(-90).max(90),
    longitude: tenthOfADegree.min(-180).max(180),
  }),
  /** Distance from the rounded position. */
  answer: z.union([z.object({ city: z.string(), kilometres: count }), z.object({ city: z.null() })]),
})

export const getExperience = operation({
  name: 'GET /experiences/:experienceId',
  params: z.object({ experienceId: id }),
  answer: z.object({ experience: versioned(experience) }),
  refusals: ['no-such-experience'],
})

/** Similar experiences nearby; empty for an unknown experience. */
export const similarExperiences = operation({
  name: 'GET /experiences/:experienceId/similar',
  params: z.object({ experienceId: id }),
  answer: z.object({ found: z.array(searchResult) }),
})

/** Ids of all experiences, in the same order in every instance. */
export const listExperiences = operation({
  name: 'GET /experience-ids',
  query: z.object({
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    limit: z.coerce.number().int().min(1).max(50_000).default(50_000),
  }),
  answer: z.object({ pages: count, experienceIds: z.array(id) }),
})
