import { z } from 'zod'
import { filterNames } from '../browser/search-filters.ts'
import { id } from '../envelope.ts'
import { category } from '../events/catalog.ts'
import { versioned } from '../feeds/feed.ts'
import { experience, experienceCard, nextSession } from '../feeds/search.ts'
import { money } from '../money.ts'
import { operation } from './operation.ts'

/**
 * `best` is by words and popularity, without words by popularity alone; `rating` is damped by its number of reviews. `price` compares
 * within a currency only, since nobody here knows rates: the commonest currency comes first. `near` is by distance.
 */
export const sort = z.enum(['best', 'soonest', 'price', 'rating', 'near'])
export type Sort = z.infer<typeof sort>

/** What a traveller wishes for; what is left out does not matter. */
export const searchFilters = z.object({
  q: z.string().trim().max(200).default(''),
  category: category.optional(),
  /** By name; case and accents do not matter. */
  city: z.string().trim().min(1).max(80).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** First and last day, as the calendar of the place has it. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Free in one session. */
  seats: z.coerce.number().int().min(1).max(20).optional(),
  /** For one seat at most, in whole units of `currency`, which is then the only one. */
  price: z.coerce.number().int().min(1).max(1_000_000).optional(),
  currency: money.shape.currency.optional(),
})
export type SearchFilters = z.infer<typeof searchFilters>

const searchResult = versioned(experienceCard).extend({
  /** Soonest session that fulfils the wishes: on the days, with the seats. */
  session: nextSession.nullable(),
})
export type SearchResult = z.infer<typeof searchResult>

const count = z.int().min(0)
const inCategory = z.object({ category, count })
const inCity = z.object({ city: z.string(), country: z.string(), count })

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
    /** The last one, where the page asked for lies behind it. */
    page: z.int(),
    pages: count,
    found: z.array(searchResult),
    /** How many another category, or another city, would give with all other wishes as they are. Most first. */
    categories: z.array(inCategory),
    cities: z.array(inCity),
    /** Of all that was found, commonest first. */
    currencies: z.array(money.shape.currency),
    /** Where nothing is found: how many there would be without this wish. */
    without: z.partialRecord(z.enum(filterNames), count),
  }),
})

export const continent = z.enum(['africa', 'asia', 'europe', 'north-america', 'oceania', 'south-america'])
export type Continent = z.infer<typeof continent>

/** What a visitor sees before wishing for anything. `near` is a city by name. */
export const discover = operation({
  name: 'GET /discover',
  query: z.object({ near: z.string().trim().max(80).default('') }),
  answer: z.object({
    /** Null where nothing is offered. */
    near: z.object({ city: z.string(), found: z.array(searchResult) }).nullable(),
    /** From different cities, where there are enough. */
    popular: z.array(searchResult),
    /** With free seats within a week, and not among the popular. */
    soon: z.array(searchResult),
    categories: z.array(inCategory),
    cities: z.array(inCity.extend({ continent: continent.nullable() })),
  }),
})

const tenthOfADegree = z.coerce.number().multipleOf(0.1, 'round it to 0.1')

/**
 * The city nearest to where somebody is, of those within 150 km. Where a person is concerns nobody: the browser rounds it to
 * 0.1 degree (at most 11 km) before it says it, an exact place is not taken, and nothing is stored.
 */
export const nearestCity = operation({
  name: 'GET /nearest-city',
  query: z.object({
    latitude: tenthOfADegree.min(-90).max(90),
    longitude: tenthOfADegree.min(-180).max(180),
  }),
  /** From the rounded place. */
  answer: z.union([z.object({ city: z.string(), kilometres: count }), z.object({ city: z.null() })]),
})

export const getExperience = operation({
  name: 'GET /experiences/:experienceId',
  params: z.object({ experienceId: id }),
  answer: z.object({ experience: versioned(experience) }),
  refusals: ['no-such-experience'],
})

/** What is like it and not far. Nothing for one that does not exist. */
export const similarExperiences = operation({
  name: 'GET /experiences/:experienceId/similar',
  params: z.object({ experienceId: id }),
  answer: z.object({ found: z.array(searchResult) }),
})
