import { z } from 'zod'
import { languages } from '../browser/languages.ts'
import { isKnownZone } from '../browser/time-format.ts'
import { id } from '../envelope.ts'
import { experiencePublished, experienceText, language, sessionScheduled, zone } from '../events/catalog.ts'
import { threeDecimalCurrencies } from '../money.ts'
import { operation, rejectedRow } from './operation.ts'

/**
 * Every card carries them, and a text in a language that no page speaks is never shown. Events keep what was said when pages
 * spoke others.
 */
const translations = z.record(language, experienceText).superRefine((texts, context) => {
  const unknown = Object.keys(texts).find((tag) => !languages.some((spoken) => spoken === tag))
  const message = `not a language of the pages, which speak ${languages.join(', ')}`
  if (unknown !== undefined) context.addIssue({ code: 'custom', path: [unknown], message })
})

const price = experiencePublished.data.shape.price.refine(
  ({ amount, currency }) => amount % 10 === 0 || !threeDecimalCurrencies.includes(currency),
  { path: ['amount'], error: 'ends in 0 where a currency has three decimals' },
)

/** BCP 47 with script, region and variant, in this order: pages ask `Intl` for its name, which throws at any other. */
const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))?$/)

/** What a host says of an experience. */
const offered = experiencePublished.data.omit({ experienceId: true, hostId: true }).extend({
  language: language.default('en'),
  translations: translations.default({}),
  languages: z.array(languageTag).min(1).max(20),
  zone: zone.refine(isKnownZone, 'no zone that is known here'),
  price,
})
const dated = sessionScheduled.data.pick({ sessionId: true, startsAt: true, capacity: true }).extend({ price })

/** A host publishes an experience; publishing it again with other content publishes the change. */
export const publishExperience = operation({
  name: 'PUT /experiences/:experienceId',
  params: z.object({ experienceId: id }),
  body: offered,
  answer: z.object({ experienceId: id, version: z.int() }),
  refusals: ['not-your-experience'],
})

/** A host schedules sessions of an own experience; one that is scheduled already is left as it is. */
export const scheduleSessions = operation({
  name: 'POST /experiences/:experienceId/sessions',
  params: z.object({ experienceId: id }),
  body: z.object({ sessions: z.array(dated).min(1).max(200) }),
  answer: z.object({ scheduled: z.int() }),
  refusals: ['no-such-experience', 'not-your-experience'],
})

/**
 * An operator brings the offers of another system, each with the host it belongs to: as if the hosts published and scheduled
 * them one by one. What is there already is left as it is, so an import that broke off may be done again.
 */
export const importExperiences = operation({
  name: 'POST /ops/experiences',
  body: z.object({
    experiences: z
      .array(offered.extend({ experienceId: id, hostId: id, sessions: z.array(dated).max(2000) }))
      .min(1)
      .max(500),
  }),
  /** How many experiences, and sessions of theirs, are there now. */
  answer: z.object({ experiences: z.int(), sessions: z.int(), rejected: z.array(rejectedRow) }),
})
