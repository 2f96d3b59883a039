import { z } from 'zod'
import { cityNames } from '../city.ts'
import { id } from '../envelope.ts'
import { bookingReference } from '../events/bookings.ts'
import { language, place } from '../events/catalog.ts'
import { sessionStart } from '../local-time.ts'
import { money } from '../money.ts'
import { picture } from '../picture.ts'

/** `session.<id>`: the public data of a session. */
export const sessionSeats = z.object({
  sessionId: id,
  experienceId: id,
  ...sessionStart.shape,
  capacity: z.int(),
  seatsLeft: z.int().min(0),
  price: money,
})
export type SessionSeats = z.infer<typeof sessionSeats>

/** What a booking shows of its experience. */
export const experienceTitle = z.object({
  title: z.string(),
  /** Language of the title. */
  language,
  /** The same title in other languages, by language. */
  translations: z.record(language, z.string()),
  /** Null for experiences that were consumed before the city was stored. */
  city: z.string().nullable(),
  cityNames,
  /** ISO 3166-1 alpha-2. */
  country: z.string().nullable().optional(),
  place: place.nullable().optional(),
  picture: picture.nullable(),
})
export type ExperienceTitle = z.infer<typeof experienceTitle>

/**
 * `booking.<travellerId>__<bookingId>`, for that person only: a hold or booking. `refused` was paid after its seats were
 * gone.
 */
export const booking = z.object({
  bookingId: id,
  travellerId: id,
  sessionId: id,
  experienceId: id,
  seats: z.int().min(1),
  ...sessionStart.shape,
  endsAt: z.iso.datetime(),
  /** For one seat, fixed when the seats were held. */
  price: money,
  /** End of the hold. */
  expiresAt: z.iso.datetime(),
  status: z.enum(['held', 'released', 'expired', 'confirmed', 'refused', 'cancelled']),
  /** The session of the confirmed booking has ended. */
  visited: z.boolean(),
  /** Once confirmed. */
  reference: bookingReference.optional(),
  /** Missing while it is unknown. */
  offer: experienceTitle.optional(),
})
export type Booking = z.infer<typeof booking>

/**
 * `traveller.<id>`: that person's bookings, latest session first: at most 200 that are held or ahead, and the 50 latest of the
 * others; for that person only.
 */
export const travellerBookings = z.object({
  travellerId: id,
  bookings: z.array(booking),
  /** The last of them when there are earlier ones, which `earlierBookings` lists. */
  earlier: id.nullable().optional(),
})
export type TravellerBookings = z.infer<typeof travellerBookings>

export const bookingFeed = (travellerId: string, bookingId: string) => `booking.${travellerId}__${bookingId}`
