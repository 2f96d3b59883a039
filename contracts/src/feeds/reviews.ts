import { z } from 'zod'
import { id } from '../envelope.ts'
import { language } from '../events/catalog.ts'

export const review = z.object({
  reviewId: z.string(),
  authorId: id,
  /** The author's public name, or null when the account is closed. */
  authorName: z.string().nullable(),
  /** The author booked it here, and the visit has ended. */
  verified: z.boolean(),
  rating: z.int().min(1).max(5),
  text: z.string(),
  writtenAt: z.iso.datetime(),
})
export type Review = z.infer<typeof review>

/** The reviewed experience's title. */
export const reviewedExperience = z.object({
  title: z.string(),
  /** Language of the title. */
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
  /** Number of reviews with one star, two, and so on up to five. */
  stars: z.array(z.int().min(0)).length(5),
  reviews: z.array(review),
})
export type ExperienceRating = z.infer<typeof experienceRating>
