import { z } from 'zod'
import { MAX_SEATS } from '../browser/seats.ts'
import { id } from '../envelope.ts'
import { bookingReference } from '../events/bookings.ts'
import { booking, experienceTitle, sessionSeats, travellerBookings } from '../feeds/bookings.ts'
import { versioned } from '../feeds/feed.ts'
import { operation, rejectedRow } from './operation.ts'

/** A day on which there are sessions, as calendars at the place have it, and how many. */
const sessionDay = z.object({ day: z.iso.date(), sessions: z.int().min(1) })
export type SessionDay = z.infer<typeof sessionDay>

/**
 * Sessions of an experience that have not started, soonest first, at most 60; from a day on, if that is asked for. `days` are
 * all there are, whatever is asked. `city` is null as long as nobody has said where the experience is.
 */
export const listSessions = operation({
  name: 'GET /sessions',
  query: z.object({ experience: id, from: z.iso.date().optional() }),
  answer: z.object({
    sessions: z.array(versioned(sessionSeats)),
    days: z.array(sessionDay),
    city: z.string().nullable(),
  }),
})

/** Holds seats for the person of the identity; decided on the request path. Needs an idempotency key. */
export const holdSeats = operation({
  name: 'POST /holds',
  body: z.object({ sessionId: id, seats: z.int().min(1).max(MAX_SEATS) }),
  answer: z.object({ booking }),
  refusals: ['no-such-session', 'session-started', 'session-full', 'not-enough-seats'],
})

/** Gives held seats back. Needs an idempotency key. */
export const releaseHold = operation({
  name: 'POST /bookings/:bookingId/release',
  params: z.object({ bookingId: id }),
  answer: z.object({ booking }),
  refusals: ['no-such-booking', 'hold-ended'],
})

/** Gives a confirmed booking back, until its session starts: all that was paid is refunded. Needs an idempotency key. */
export const cancelBooking = operation({
  name: 'POST /bookings/:bookingId/cancel',
  params: z.object({ bookingId: id }),
  answer: z.object({ booking }),
  refusals: ['no-such-booking', 'not-confirmed', 'session-started'],
})

/** Of the person of the identity only. */
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

/** What somebody at the door may know of a ticket; who has the reference may ask. */
export const ticket = z.object({
  reference: bookingReference,
  experienceId: id,
  offer: experienceTitle.optional(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  zone: z.string(),
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
 * An operator brings bookings that were made and paid in another system. Where the session is over, its visits have ended with
 * it; where it is to come, the seats are taken. The same booking again changes nothing.
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
