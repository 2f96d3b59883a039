/** `unsure`: no answer came, so it may have been processed. The input is null when an earlier page sent it. */
export type SubmissionStep<Input, Answer, Refusal> =
  | { name: 'ready' }
  | { name: 'sent'; input: Input }
  | { name: 'unsure'; input: Input | null; fault: unknown }
  | { name: 'refused'; input: Input | null; refusal: Refusal }
  | { name: 'done'; input: Input; answer: Answer }

export interface SubmissionState<Input, Answer, Refusal> {
  key: string
  step: SubmissionStep<Input, Answer, Refusal>
}

export type SubmissionAction<Input, Answer, Refusal> =
  | { type: 'send'; input: Input; freshKey: string }
  | { type: 'fail'; fault: unknown; freshKey: string }
  | { type: 'refuse'; refusal: Refusal; freshKey: string }
  | { type: 'finish'; answer: Answer; freshKey: string }

export function reduceSubmission<Input, Answer, Refusal>(
  state: SubmissionState<Input, Answer, Refusal>,
  action: SubmissionAction<Input, Answer, Refusal>,
): SubmissionState<Input, Answer, Refusal> {
  const { key, step } = state
  if (action.type === 'send') {
    if (step.name === 'sent') return state
    return { key: idempotencyKeyFor(state, action), step: { name: 'sent', input: action.input } }
  }
  if (step.name !== 'sent') return state
  const { input } = step
  switch (action.type) {
    case 'fail':
      return {
        key: isInvalid(action.fault) ? action.freshKey : key,
        step: { name: 'unsure', input, fault: action.fault },
      }
    case 'refuse':
      return { key: action.freshKey, step: { name: 'refused', input, refusal: action.refusal } }
    case 'finish':
      return { key: action.freshKey, step: { name: 'done', input, answer: action.answer } }
  }
}

/** A key belongs to one input: after an unsure submission, another input gets a key of its own. */
export function idempotencyKeyFor<Input>(
  { key, step }: SubmissionState<Input, unknown, unknown>,
  { input, freshKey }: { input: Input; freshKey: string },
): string {
  if (step.name !== 'unsure' || step.input === null) return key
  return JSON.stringify(step.input) === JSON.stringify(input) ? key : freshKey
}

/** An invalid submission changed nothing, and its key cannot be used for another input. */
function isInvalid(fault: unknown): boolean {
  return (fault as { why?: unknown } | null)?.why === 'invalid'
}
