import { z } from 'zod'
import { id } from '../envelope.ts'
import { hold, sessionSeats, travellerHolds } from '../feeds/bookings.ts'
import { versioned } from '../feeds/feed.ts'
import { operation } from './operation.ts'

/** Most seats one hold may take. */
export const MOST_SEATS = 20

/** Sessions of an experience that have not started, soonest first, at most 60. */
export const listSessions = operation({
  name: 'GET /sessions',
  query: z.object({ experience: id }),
  answer: z.object({ sessions: z.array(versioned(sessionSeats)) }),
})

/** Holds seats for the person of the identity; decided on the request path. Needs an idempotency key. */
export const holdSeats = operation({
  name: 'POST /holds',
  body: z.object({ sessionId: id, seats: z.int().min(1).max(MOST_SEATS) }),
  answer: z.object({ hold }),
  refusals: ['no-such-session', 'session-started', 'session-full', 'not-enough-seats'],
})

/** Gives held seats back. Needs an idempotency key. */
export const releaseHold = operation({
  name: 'DELETE /holds/:holdId',
  params: z.object({ holdId: id }),
  answer: z.object({ hold }),
  refusals: ['no-such-hold', 'hold-ended'],
})

/** The holds of the person of the identity. */
export const myHolds = operation({ name: 'GET /my-holds', answer: z.object({ holds: versioned(travellerHolds) }) })
