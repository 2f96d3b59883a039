import { z } from 'zod'
import { cityNames } from '../city.ts'
import { id } from '../envelope.ts'
import { category, experienceText, language } from '../events/catalog.ts'
import { sessionStart } from '../local-time.ts'
import { money } from '../money.ts'
import { picture } from '../picture.ts'

export const nextSession = z.object({
  sessionId: id,
  ...sessionStart.shape,
  seatsLeft: z.int(),
})
export type NextSession = z.infer<typeof nextSession>

/** `listing.<experienceId>`: an experience's card, joined from catalog, bookings and reviews. */
export const experienceCard = z.object({
  experienceId: id,
  title: z.string(),
  summary: z.string(),
  /** Language of title and summary. */
  language,
  /** Title and summary in other languages, by language. */
  translations: z.record(language, experienceText.omit({ description: true })),
  /** Null until it is made. */
  picture: picture.nullable(),
  city: z.string(),
  cityNames,
  country: z.string(),
  category,
  durationMinutes: z.int(),
  price: money,
  rating: z.object({ average: z.number().nullable(), count: z.int() }),
  /** Soonest session with a free seat. */
  next: nextSession.nullable(),
})
export type ExperienceCard = z.infer<typeof experienceCard>

/** `experience.<experienceId>`: the card plus the details of the experience's page. */
export const experience = experienceCard.extend({
  description: z.string(),
  translations: z.record(language, experienceText),
  hostId: id,
  languages: z.array(z.string()),
  place: z.object({ latitude: z.number(), longitude: z.number() }),
  zone: z.string(),
})
export type Experience = z.infer<typeof experience>
