import { z } from 'zod'
import { id } from '../envelope.ts'

export const review = z.object({
  reviewId: z.string(),
  authorId: id,
  /** Name the author shows, or null when that person has left. */
  authorName: z.string().nullable(),
  /** The author has been there: booked with us, and the visit is over. */
  verified: z.boolean(),
  rating: z.int().min(1).max(5),
  text: z.string(),
  writtenAt: z.iso.datetime(),
})
export type Review = z.infer<typeof review>

/** `rating.<experienceId>`: average (null without reviews), count and the newest twenty reviews. */
export const experienceRating = z.object({
  experienceId: id,
  average: z.number().min(1).max(5).nullable(),
  count: z.int().min(0),
  reviews: z.array(review),
})
export type ExperienceRating = z.infer<typeof experienceRating>
