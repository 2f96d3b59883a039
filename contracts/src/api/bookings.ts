import { z } from 'zod'
import { MAX_SEATS } from '../browser/seats.ts'
import { cityNames } from '../city.ts'
import { id } from '../envelope.ts'
import { bookingReference } from '../events/bookings.ts'
import { booking, experienceTitle, sessionSeats, travellerBookings } from '../feeds/bookings.ts'
import { versioned } from '../feeds/feed.ts'
import { sessionStart } from '../local-time.ts'
import { operation, rejectedRow } from './operation.ts'

/** A day with sessions, in the experience's time zone: their number, and the most seats that one of them has left. */
const sessionDay = z.object({
  day: z.iso.date(),
  sessions: z.int().min(1),
  seatsLeft: z.int().min(0).optional(),
})
export type SessionDay = z.infer<typeof sessionDay>

/**
 * Sessions of an experience that have not started, soonest first, at most 60; optionally from a day on. `days` always has all
 * days. `city` is null until the experience is known.
 */
export const listSessions = operation({
  name: 'GET /sessions',
  query: z.object({ experience: id, from: z.iso.date().optional() }),
  answer: z.object({
    sessions: z.array(versioned(sessionSeats)),
    days: z.array(sessionDay),
    city: z.string().nullable(),
    cityNames,
  }),
})

/** Holds seats for the person of the identity; decided on the request path. Needs an idempotency key. */
export const holdSeats = operation({
  name: 'POST /holds',
  body: z.object({ sessionId: id, seats: z.int().min(1).max(MAX_SEATS) }),
  answer: z.object({ booking }),
  refusals: ['no-such-session', 'session-started', 'session-full', 'not-enough-seats'],
})

/** Releases held seats. Needs an idempotency key. */
export const releaseHold = operation({
  name: 'POST /bookings/:bookingId/release',
  params: z.object({ bookingId: id }),
  answer: z.object({ booking }),
  refusals: ['no-such-booking', 'hold-ended'],
})

/** Cancels a confirmed booking before its session starts; everything paid is refunded. Needs an idempotency key. */
export const cancelBooking = operation({
  name: 'POST /bookings/:bookingId/cancel',
  params: z.object({ bookingId: id }),
  answer: z.object({ booking }),
  refusals: ['no-such-booking', 'not-confirmed', 'session-started'],
})

/** For the person of the identity only. */
export const getBooking = operation({
  name: 'GET /bookings/:bookingId',
  params: z.object({ bookingId: id }),
  answer: z.object({ booking: versioned(booking) }),
  refusals: ['no-such-booking'],
})

/** The bookings of the person of the identity. */
export const myBookings = operation({
  name: 'GET /my-bookings',
  answer: z.object({ bookings: versioned(travellerBookings) }),
})

/** Past and cancelled bookings of the person of the identity whose sessions are before that of one of them, latest first, at most 50. */
export const earlierBookings = operation({
  name: 'GET /my-bookings/earlier',
  query: z.object({ before: id }),
  answer: z.object({ bookings: z.array(booking), earlier: id.nullable() }),
})

/** What staff at the entrance may see of a ticket; the reference is enough to read it. */
export const ticket = z.object({
  reference: bookingReference,
  experienceId: id,
  offer: experienceTitle.optional(),
  ...sessionStart.shape,
  endsAt: z.iso.datetime(),
  seats: z.int().min(1),
  status: z.enum(['valid', 'over', 'cancelled']),
})
export type Ticket = z.infer<typeof ticket>

export const getTicket = operation({
  name: 'GET /tickets/:reference',
  params: z.object({ reference: bookingReference }),
  answer: z.object({ ticket }),
  refusals: ['no-such-ticket'],
})

/**
 * Imports bookings that were made and paid in another system, for operators. For a past session the visit counts as ended; for a
 * coming one the seats are taken. Importing the same booking again changes nothing.
 */
export const importBookings = operation({
  name: 'POST /ops/bookings',
  body: z.object({
    bookings: z
      .array(z.object({ sessionId: id, bookingId: id, travellerId: id, seats: z.int().min(1).max(MAX_SEATS) }))
      .min(1)
      .max(2000),
  }),
  /** Rejected: `no-such-session`, `session-full`, `booking-exists` (another one with that id). */
  answer: z.object({ bookings: z.int(), rejected: z.array(rejectedRow) }),
})
