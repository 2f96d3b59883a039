import { z } from 'zod'
import { id } from '../envelope.ts'
import { language } from '../events/catalog.ts'

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

/** What a review is about, as its host calls it. */
export const reviewedExperience = z.object({
  title: z.string(),
  /** Of the title. */
  language,
  /** The same title in other languages, by language. */
  translations: z.record(language, z.string()),
})
export type ReviewedExperience = z.infer<typeof reviewedExperience>

/** `rating.<experienceId>`: average (null without reviews), count and the newest twenty reviews. */
export const experienceRating = z.object({
  experienceId: id,
  average: z.number().min(1).max(5).nullable(),
  count: z.int().min(0),
  /** How many gave one star, two, and so on to five. */
  stars: z.array(z.int().min(0)).length(5),
  reviews: z.array(review),
})
export type ExperienceRating = z.infer<typeof experienceRating>
