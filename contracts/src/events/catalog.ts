/** Events of catalog: hosts publish experiences and schedule their sessions. */
import { z } from 'zod'
import { id } from '../envelope.ts'
import { money } from '../money.ts'
import { defineEvent } from './define-event.ts'

export const category = z.enum([
  'tasting',
  'tour',
  'class',
  'walk',
  'water',
  'craft',
  'cooking',
  'market',
  'music',
  'dance',
  'night',
  'hike',
  'cycling',
  'wildlife',
  'stars',
  'history',
  'architecture',
  'photography',
  'wellness',
  'trip',
])

/** IANA name, e.g. Europe/Lisbon. */
export const zone = z.string().regex(/^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/)

/** BCP 47, language only. */
export const language = z.string().regex(/^[a-z]{2,3}$/)

/** A host's description of an experience. */
export const experienceText = z.object({
  title: z.string().min(3).max(120),
  summary: z.string().min(1).max(280),
  description: z.string().min(1).max(8000),
})
export type ExperienceText = z.infer<typeof experienceText>

/** For one seat; the price of a booking's maximum number of seats must still be valid money. */
/** Degrees. */
export const place = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})
const price = money.extend({ amount: z.int().min(0).max(100_000_000) })

const published = z.object({
  experienceId: id,
  hostId: id,
  ...experienceText.shape,
  /** Of the text above. */
  language,
  /** The same text in other languages, by language. */
  translations: z.record(language, experienceText),
  city: z.string().min(1).max(80),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  place,
  zone,
  category,
  durationMinutes: z.int().min(15).max(20_160),
  /** BCP 47 tags of the languages it is held in. */
  languages: z.array(z.string()).min(1),
  price,
})

/**
 * Version 1 had `price` as a number of euros; version 2 has money in minor units with its currency; version 3 adds the text's
 * language and translations.
 */
export const experiencePublished = defineEvent({
  type: 'fernweh.catalog.experience-published',
  noun: 'experience',
  version: 3,
  data: published,
  upcasts: {
    1: (old: { price: number }) => ({ ...old, price: { amount: Math.round(old.price * 100), currency: 'EUR' } }),
    2: (old: object) => ({ ...old, language: 'en', translations: {} }),
  },
})

export const sessionScheduled = defineEvent({
  type: 'fernweh.catalog.session-scheduled',
  noun: 'session',
  data: z.object({
    sessionId: id,
    experienceId: id,
    startsAt: z.iso.datetime(),
    zone,
    durationMinutes: z.int().min(15).max(20_160),
    capacity: z.int().min(1).max(500),
    price,
  }),
})

export const catalogEvents = [experiencePublished, sessionScheduled] as const
