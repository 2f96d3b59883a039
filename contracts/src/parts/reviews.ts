/** What the parts of mfe-reviews are rendered with. `page` is the path and query to come back to after signing in. */
import type { MyReview } from '../api/reviews.ts'
import type { Versioned } from '../feeds/feed.ts'
import type { ExperienceRating } from '../feeds/reviews.ts'

export interface ListData {
  page: string
  experienceId: string
  rating: Versioned<ExperienceRating>
  mine: MyReview | null
}
