/** What the fragments of mfe-reviews are rendered with. `page` is the path and query to come back to, after signing in or sending. */
import type { AnswerOf } from '../api/operation.ts'
import type { getPerson, MyReview, Visit } from '../api/reviews.ts'
import type { Versioned } from '../feeds/feed.ts'
import type { ExperienceRating, Review } from '../feeds/reviews.ts'

export interface ReviewListData {
  page: string
  experienceId: string
  rating: Versioned<ExperienceRating>
  /** Older than the rating's own, as far as so many pages of reviews need them. */
  older: Review[]
  pages: number
  mine: MyReview | null
  /** The asker's visits that have no review yet, newest first. */
  invitations: Visit[]
}

/** A visit that is over, what its traveller wrote of it, and the list in which that comes back. */
export interface VisitReview {
  visit: Visit
  mine: MyReview | null
  rating: Versioned<ExperienceRating>
}

export interface BookingReviewData {
  page: string
  bookingId: string
  /** Null until the visit is over, and for everybody but its traveller. */
  visited: VisitReview | null
}

export interface AuthorData {
  /** Null for nobody. */
  known: AnswerOf<typeof getPerson> | null
}
