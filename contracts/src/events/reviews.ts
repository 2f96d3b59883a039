/** What happened in reviews. Stream `review.<experienceId>__<authorId>`: one per person and experience. */
import { z } from 'zod'
import { id } from '../envelope.ts'
import { defineEvent } from './define-event.ts'

export const reviewWritten = defineEvent({
  type: 'fernweh.reviews.review-written',
  noun: 'review',
  data: z.object({
    reviewId: z.string(),
    experienceId: id,
    authorId: id,
    rating: z.int().min(1).max(5),
    text: z.string().min(1).max(4000),
  }),
})

export const reviewsEvents = [reviewWritten] as const
