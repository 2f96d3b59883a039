/** Data the fragments of mfe-reviews are rendered with. `page` is the path and query to return to after a sign-in or a form. */
import type { AnswerOf } from '../api/operation.ts'
import type { getPerson, MyReview, VisitToReview } from '../api/reviews.ts'
import type { Versioned } from '../feeds/feed.ts'
import type { ExperienceRating, Review } from '../feeds/reviews.ts'

export interface ReviewListData {
  page: string
  experienceId: string
  rating: Versioned<ExperienceRating>
  /** Older reviews than the rating's own, as many as the requested pages need. */
  older: Review[]
  pages: number
  mine: MyReview | null
  /** The caller's visits without a review, newest first. */
  invitations: VisitToReview[]
}

/** An ended visit, its review, and the list the review appears in. */
export interface VisitReview {
  visit: VisitToReview
  mine: MyReview | null
  rating: Versioned<ExperienceRating>
}

export interface BookingReviewData {
  page: string
  bookingId: string
  /** Null until the visit has ended, and for everybody but its traveller. */
  visited: VisitReview | null
}

export interface AuthorData {
  /** Null when the author is unknown. */
  known: AnswerOf<typeof getPerson> | null
}
