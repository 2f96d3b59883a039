/** What became of a review while it is being sent. Pure: fresh idempotency keys are handed in. */

import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { writeReview } from '@fernweh/contracts/api/reviews'

export type ReviewRefusal = RefusalOf<typeof writeReview>

export interface Draft {
  rating: number
  text: string
}

type Step =
  | { name: 'ready' }
  | { name: 'sent'; draft: Draft }
  | { name: 'unsure'; draft: Draft; fault: unknown }
  | { name: 'refused'; refusal: ReviewRefusal }

export interface SendState {
  key: string
  step: Step
}

export type SendAction =
  | { type: 'send'; draft: Draft; freshKey: string }
  | { type: 'fail'; fault: unknown }
  | { type: 'refuse'; refusal: ReviewRefusal; freshKey: string }

export function evolve(state: SendState, action: SendAction): SendState {
  const { key, step } = state
  if (action.type === 'send') {
    if (step.name === 'sent') return state
    return { key: keyFor(state, action), step: { name: 'sent', draft: action.draft } }
  }
  if (step.name !== 'sent') return state
  return action.type === 'fail'
    ? { key, step: { name: 'unsure', draft: step.draft, fault: action.fault } }
    : { key: action.freshKey, step: { name: 'refused', refusal: action.refusal } }
}

/** No answer came, so it may have been written: the same words keep their key, other words need their own. */
export function keyFor({ key, step }: SendState, { draft, freshKey }: { draft: Draft; freshKey: string }): string {
  if (step.name !== 'unsure') return key
  return step.draft.rating === draft.rating && step.draft.text === draft.text ? key : freshKey
}

const words: Record<ReviewRefusal, string> = {
  'already-reviewed': 'You have reviewed this before, perhaps in another window. That review stays as it is.',
  'no-such-experience': 'This experience is no longer offered, so it cannot be reviewed. Your words are still here.',
}

export function toRefusalWords(refusal: ReviewRefusal): string {
  return words[refusal]
}
