import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { writeReview } from '@fernweh/contracts/api/reviews'

type ReviewRefusal = RefusalOf<typeof writeReview>

/** The form's name among the forms of a page. */
export const FORM = 'write-review'

export const refusalWords: Record<ReviewRefusal, string> = {
  'already-reviewed': 'You have reviewed this visit before, perhaps in another window. That review stays as it is.',
  'no-such-visit': 'Only a visit of your own can be reviewed, and only once it is over. Nothing was published.',
}

export function isRefusal(refused: string | undefined): refused is ReviewRefusal {
  return refused !== undefined && Object.hasOwn(refusalWords, refused)
}
