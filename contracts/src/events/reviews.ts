/** Events of reviews. Stream `review.<bookingId>`: one per booking. */
import { z } from 'zod'
import { id } from '../envelope.ts'
import { defineEvent } from './define-event.ts'

/** Version 1 was not tied to a booking (its streams are `review.<experienceId>__<authorId>`), so it cannot be verified. */
export const reviewWritten = defineEvent({
  type: 'fernweh.reviews.review-written',
  noun: 'review',
  version: 2,
  data: z.object({
    reviewId: z.string(),
    /** The visit it is about; null for reviews written before visits were required. */
    bookingId: id.nullable(),
    experienceId: id,
    authorId: id,
    rating: z.int().min(1).max(5),
    text: z.string().min(1).max(4000),
  }),
  upcasts: { 1: (old: object) => ({ ...old, bookingId: null }) },
})

export const reviewsEvents = [reviewWritten] as const
