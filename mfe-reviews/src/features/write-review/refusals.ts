import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { writeReview } from '@fernweh/contracts/api/reviews'

type ReviewRefusal = RefusalOf<typeof writeReview>

/** The form's name among the forms of a page. */
export const FORM = 'write-review'

export const refusals: Record<ReviewRefusal, true> = { 'already-reviewed': true, 'no-such-visit': true }

export function isRefusal(refused: string | undefined): refused is ReviewRefusal {
  return refused !== undefined && Object.hasOwn(refusals, refused)
}
