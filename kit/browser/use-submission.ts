import type { AnswerOf, Operation, RefusalOf } from '@fernweh/contracts/api/operation'
import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import { useReducer } from 'react'
import { ApiFault, type InputOf, newKey } from './api.ts'
import type { Host } from './host.ts'
import {
  idempotencyKeyFor,
  reduceSubmission,
  type SubmissionAction,
  type SubmissionState,
  type SubmissionStep,
} from './submission.ts'

export type SubmissionInput<O extends Operation> = Omit<InputOf<O>, 'key'>
export type SubmissionStepOf<O extends Operation> = SubmissionStep<SubmissionInput<O>, AnswerOf<O>, RefusalOf<O>>
type State<O extends Operation> = SubmissionState<SubmissionInput<O>, AnswerOf<O>, RefusalOf<O>>
type Action<O extends Operation> = SubmissionAction<SubmissionInput<O>, AnswerOf<O>, RefusalOf<O>>

interface IntentionOptions<O extends Operation> {
  onDone?: (answer: AnswerOf<O>, wish: SubmissionInput<O>) => void
  /** Of the native form that led here. */
  outcome?: FormOutcome | null
  /** Which form of the page, where there are several: only its own outcome is shown. */
  form?: string
  /** The words for refusals: a refusal in an address is believed only if there are words for it. */
  refusals?: Record<RefusalOf<O>, unknown>
}

export interface Submission<O extends Operation> {
  key: string
  form: string | undefined
  step: SubmissionStepOf<O>
  send(wish: SubmissionInput<O>): Promise<void>
}

/** `firstKey` is the fragment's intention, with a suffix where it has several forms: sent before hydration or after, it counts once. */
export function useSubmission<O extends Operation>(
  host: Host,
  name: O['name'],
  firstKey: string,
  options: IntentionOptions<O> = {},
): Submission<O> {
  const [state, dispatch] = useReducer(
    reduceSubmission as (state: State<O>, action: Action<O>) => State<O>,
    undefined,
    () => toInitialState(firstKey, options),
  )

  async function send(wish: SubmissionInput<O>) {
    if (state.step.name === 'sent') return
    const freshKey = newKey()
    const key = idempotencyKeyFor(state, { wish, freshKey })
    dispatch({ type: 'send', wish, freshKey })
    try {
      const answer = await host.api<O>(name, { ...wish, key })
      if (isRefusal<O>(answer)) return dispatch({ type: 'refuse', refusal: answer.refused, freshKey: newKey() })
      options.onDone?.(answer as AnswerOf<O>, wish)
      dispatch({ type: 'finish', answer: answer as AnswerOf<O>, freshKey: newKey() })
    } catch (fault) {
      dispatch({ type: 'fail', fault, freshKey: newKey() })
    }
  }

  return { key: state.key, form: options.form, step: state.step, send }
}

function isRefusal<O extends Operation>(answer: unknown): answer is { refused: RefusalOf<O> } {
  return typeof answer === 'object' && answer !== null && 'refused' in answer
}

/** What a native form came back with is shown as if it had been sent from here. */
export function toInitialState<O extends Operation>(
  firstKey: string,
  { outcome, form, refusals }: IntentionOptions<O>,
): State<O> {
  if (!outcome || outcome.form !== form) return { key: firstKey, step: { name: 'ready' } }
  const { refused, invalid, again = firstKey } = outcome
  if (refused !== undefined) {
    const known = refusals !== undefined && Object.hasOwn(refusals, refused)
    const step: SubmissionStepOf<O> = known
      ? { name: 'refused', wish: null, refusal: refused as RefusalOf<O> }
      : { name: 'ready' }
    return { key: firstKey, step }
  }
  const fault = invalid === undefined ? new ApiFault('unanswered', 0) : new ApiFault('invalid', 400, toInvalid(invalid))
  return { key: again, step: { name: 'unsure', wish: null, fault } }
}

const toInvalid = (fields: string) => fields.split(' ').map((field) => ({ field, problem: '' }))
