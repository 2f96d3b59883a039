/** What became of one intention: sent once, whatever is clicked. Pure: fresh idempotency keys are handed in. */

/** `unsure`: no answer came, so it may have happened. The wish is null when it was sent by a page before this one. */
export type SubmissionStep<Wish, Answer, Refusal> =
  | { name: 'ready' }
  | { name: 'sent'; wish: Wish }
  | { name: 'unsure'; wish: Wish | null; fault: unknown }
  | { name: 'refused'; wish: Wish | null; refusal: Refusal }
  | { name: 'done'; wish: Wish; answer: Answer }

export interface SubmissionState<Wish, Answer, Refusal> {
  key: string
  step: SubmissionStep<Wish, Answer, Refusal>
}

export type SubmissionAction<Wish, Answer, Refusal> =
  | { type: 'send'; wish: Wish; freshKey: string }
  | { type: 'fail'; fault: unknown; freshKey: string }
  | { type: 'refuse'; refusal: Refusal; freshKey: string }
  | { type: 'finish'; answer: Answer; freshKey: string }

export function reduceSubmission<Wish, Answer, Refusal>(
  state: SubmissionState<Wish, Answer, Refusal>,
  action: SubmissionAction<Wish, Answer, Refusal>,
): SubmissionState<Wish, Answer, Refusal> {
  const { key, step } = state
  if (action.type === 'send') {
    if (step.name === 'sent') return state
    return { key: idempotencyKeyFor(state, action), step: { name: 'sent', wish: action.wish } }
  }
  if (step.name !== 'sent') return state
  const { wish } = step
  switch (action.type) {
    case 'fail':
      return {
        key: isInvalid(action.fault) ? action.freshKey : key,
        step: { name: 'unsure', wish, fault: action.fault },
      }
    case 'refuse':
      return { key: action.freshKey, step: { name: 'refused', wish, refusal: action.refusal } }
    case 'finish':
      return { key: action.freshKey, step: { name: 'done', wish, answer: action.answer } }
  }
}

/** A key belongs to one wish: another wish after an unsure one needs its own. */
export function idempotencyKeyFor<Wish>(
  { key, step }: SubmissionState<Wish, unknown, unknown>,
  { wish, freshKey }: { wish: Wish; freshKey: string },
): string {
  if (step.name !== 'unsure' || step.wish === null) return key
  return JSON.stringify(step.wish) === JSON.stringify(wish) ? key : freshKey
}

/** Nothing happened, and nothing else can happen under a key that belongs to another wish. */
function isInvalid(fault: unknown): boolean {
  return (fault as { why?: unknown } | null)?.why === 'invalid'
}
