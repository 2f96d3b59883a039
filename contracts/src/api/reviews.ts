import { z } from 'zod'
import { id } from '../envelope.ts'
import { versioned } from '../feeds/feed.ts'
import { experienceRating, review } from '../feeds/reviews.ts'
import { operation } from './operation.ts'

/** The asker's own review, until it has come back from the stream (`on-its-way`) and after (`published`). */
const mine = z.object({ status: z.enum(['on-its-way', 'published']), review })
export type MyReview = z.infer<typeof mine>

export const getReviews = operation({
  name: 'GET /experiences/:experienceId/reviews',
  params: z.object({ experienceId: id }),
  answer: z.object({ rating: versioned(experienceRating), mine: mine.nullable() }),
})

/** Event-first: accepted when it is in the log; every view, ours too, is consumed back from the stream. */
export const writeReview = operation({
  name: 'POST /experiences/:experienceId/reviews',
  params: z.object({ experienceId: id }),
  body: z.object({ rating: z.int().min(1).max(5), text: z.string().trim().min(1).max(4000) }),
  answer: z.object({ mine }),
  refusals: ['already-reviewed', 'no-such-experience'],
})
