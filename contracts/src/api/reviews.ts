import { z } from 'zod'
import { id } from '../envelope.ts'
import { versioned } from '../feeds/feed.ts'
import { experienceRating, review, reviewedExperience } from '../feeds/reviews.ts'
import { typedText } from '../typed-text.ts'
import { operation, rejectedRow } from './operation.ts'

/** The caller's own review: `on-its-way` until it is consumed from the stream, then `published`. */
const mine = z.object({ status: z.enum(['on-its-way', 'published']), review })
export type MyReview = z.infer<typeof mine>

/** A visit of the caller, who may write one review of it. */
const visit = z.object({ bookingId: id, experienceId: id, endedAt: z.iso.datetime() })
export type VisitToReview = z.infer<typeof visit>

/** `mine` is the caller's newest review here; `invitations` are the caller's visits without a review, newest first. */
export const getReviews = operation({
  name: 'GET /experiences/:experienceId/reviews',
  params: z.object({ experienceId: id }),
  answer: z.object({
    rating: versioned(experienceRating),
    mine: mine.nullable(),
    invitations: z.array(visit),
  }),
})

/** Reviews older than a given one, newest first. */
export const getOlderReviews = operation({
  name: 'GET /experiences/:experienceId/reviews/older',
  params: z.object({ experienceId: id }),
  query: z.object({
    than: z.string().regex(/^[a-z0-9_-]{1,200}$/, 'not the id of a review'),
    limit: z.coerce.number().int().min(1).max(200),
  }),
  answer: z.object({ reviews: z.array(review) }),
})

/**
 * An author's reviews, newest first, at most 50; `since` is the date of the first one. Accounts without reviews and closed
 * accounts are refused alike, so that nobody can find out who has an account.
 */
export const getPerson = operation({
  name: 'GET /people/:personId/reviews',
  params: z.object({ personId: id }),
  answer: z.object({
    person: z.object({ personId: id, name: z.string(), count: z.int().min(1), since: z.iso.datetime() }),
    /** Without a title while it is unknown. */
    reviews: z.array(review.extend({ experienceId: id, offer: reviewedExperience.nullable() })),
  }),
  refusals: ['no-such-person'],
})

/** The visit of a booking and its review; both null when the booking is not the caller's, or not over. */
export const getVisit = operation({
  name: 'GET /bookings/:bookingId/review',
  params: z.object({ bookingId: id }),
  answer: z.object({ visit: visit.nullable(), mine: mine.nullable() }),
})

/** The caller's visits without a review, newest first, at most 50. */
export const listVisitsToReview = operation({
  name: 'GET /visits/to-review',
  answer: z.object({ visits: z.array(visit) }),
})

const reviewInput = z.object({ rating: z.int().min(1).max(5), text: typedText.max(4000) })

/**
 * Event-first: accepted once it is in the log; every view, also that of reviews, is built from the stream. Only visitors may
 * write. Needs an idempotency key.
 */
export const writeReview = operation({
  name: 'POST /bookings/:bookingId/review',
  params: z.object({ bookingId: id }),
  body: reviewInput,
  answer: z.object({ mine }),
  refusals: ['already-reviewed', 'no-such-visit'],
})

/**
 * Imports reviews of another system, for operators, of visits that have ended: each by its traveller, at the time it was
 * written. Importing the same review again changes nothing.
 */
export const importReviews = operation({
  name: 'POST /ops/reviews',
  body: z.object({
    reviews: z
      .array(reviewInput.extend({ bookingId: id, writtenAt: z.iso.datetime() }))
      .min(1)
      .max(2000),
  }),
  /** Rejected: `no-such-visit`, `written-before-visit`, `written-in-future`, `already-reviewed` (otherwise than this). */
  answer: z.object({ reviews: z.int(), rejected: z.array(rejectedRow) }),
})
