import { z } from 'zod'
import { languages } from '../browser/languages.ts'
import { id } from '../envelope.ts'
import { experiencePublished, language, sessionScheduled, zone } from '../events/catalog.ts'
import { threeDecimalCurrencies } from '../money.ts'
import { typedText } from '../typed-text.ts'
import { isKnownZone } from '../zones.ts'
import { operation, rejectedRow } from './operation.ts'

const typedExperienceText = z.object({
  title: typedText.min(3).max(120),
  summary: typedText.max(280),
  description: typedText.max(8000),
})

/**
 * Only in languages of the pages: every card contains the translations, and others would never be shown. Stored events may
 * have translations in languages that were removed since.
 */
const translations = z.record(language, typedExperienceText).superRefine((texts, context) => {
  const unknown = Object.keys(texts).find((tag) => !languages.some((language) => language === tag))
  const message = `not a language of the pages, which are ${languages.join(', ')}`
  if (unknown !== undefined) context.addIssue({ code: 'custom', path: [unknown], message })
})

const price = experiencePublished.data.shape.price.refine(
  ({ amount, currency }) => amount % 10 === 0 || !threeDecimalCurrencies.includes(currency),
  { path: ['amount'], error: 'ends in 0 where a currency has three decimals' },
)

/** BCP 47 with script, region and variant, in this order: `Intl.DisplayNames` throws for any other. */
const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))?$/)

/** An experience as its host publishes it. */
const offered = experiencePublished.data.omit({ experienceId: true, hostId: true }).extend({
  ...typedExperienceText.shape,
  city: typedText.max(80),
  language: language.default('en'),
  translations: translations.default({}),
  languages: z.array(languageTag).min(1).max(20),
  zone: zone.refine(isKnownZone, 'unknown IANA zone'),
  price,
})
const dated = sessionScheduled.data.pick({ sessionId: true, startsAt: true, capacity: true }).extend({ price })

/** Publishes an experience of the host, or changes it when it is published already. */
export const publishExperience = operation({
  name: 'PUT /experiences/:experienceId',
  params: z.object({ experienceId: id }),
  body: offered,
  answer: z.object({ experienceId: id, version: z.int() }),
  refusals: ['not-your-experience'],
})

/** Schedules sessions of the host's own experience; sessions that exist already stay as they are. */
export const scheduleSessions = operation({
  name: 'POST /experiences/:experienceId/sessions',
  params: z.object({ experienceId: id }),
  body: z.object({ sessions: z.array(dated).min(1).max(200) }),
  answer: z.object({ scheduled: z.int() }),
  refusals: ['no-such-experience', 'not-your-experience'],
})

/**
 * Imports experiences of another system with their hosts, for operators, as if the hosts published and scheduled them. Existing
 * ones stay as they are, so an interrupted import can be repeated.
 */
export const importExperiences = operation({
  name: 'POST /ops/experiences',
  body: z.object({
    experiences: z
      .array(offered.extend({ experienceId: id, hostId: id, sessions: z.array(dated).max(2000) }))
      .min(1)
      .max(500),
  }),
  /** Number of experiences and sessions after the import. */
  answer: z.object({ experiences: z.int(), sessions: z.int(), rejected: z.array(rejectedRow) }),
})
