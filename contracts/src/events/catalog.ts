/** What happened in catalog: hosts publish experiences and schedule their sessions. */
import { z } from 'zod'
import { id } from '../envelope.ts'
import { money } from '../money.ts'
import { defineEvent } from './define-event.ts'

export const category = z.enum(['tasting', 'tour', 'class', 'walk', 'water', 'craft'])

/** IANA name, e.g. Europe/Lisbon. */
export const zone = z.string().regex(/^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/)

const published = z.object({
  experienceId: id,
  hostId: id,
  title: z.string().min(3).max(120),
  summary: z.string().min(1).max(280),
  description: z.string().min(1).max(8000),
  city: z.string().min(1).max(80),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  place: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
  zone,
  category,
  durationMinutes: z.int().min(15).max(20_160),
  /** BCP 47 tags of the languages it is held in. */
  languages: z.array(z.string()).min(1),
  /** For one seat. */
  price: money,
})

/** Version 1 had `price` as a number of euros; version 2 has money in minor units with its currency. */
export const experiencePublished = defineEvent({
  type: 'fernweh.catalog.experience-published',
  noun: 'experience',
  version: 2,
  data: published,
  upcasts: {
    1: (old: { price: number }) => ({ ...old, price: { amount: Math.round(old.price * 100), currency: 'EUR' } }),
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
    price: money,
  }),
})

export const catalogEvents = [experiencePublished, sessionScheduled] as const
