import type { AnswerOf, Operation, RefusalOf } from '@fernweh/contracts/api/operation'
import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import { useReducer } from 'react'
import { ApiFault, type InputOf, newKey } from '../host/api.ts'
import type { Host } from '../host/host.ts'
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

interface SubmissionOptions<O extends Operation> {
  onDone?: (answer: AnswerOf<O>, input: SubmissionInput<O>) => void
  outcome?: FormOutcome | null
  /** Id of the form; only its own outcome is shown. */
  form?: string
  /** Messages by refusal; a refusal in the address without a message is ignored. */
  refusals?: Record<RefusalOf<O>, unknown>
}

export interface Submission<O extends Operation> {
  key: string
  form: string | undefined
  step: SubmissionStepOf<O>
  send(input: SubmissionInput<O>): Promise<void>
}

/** `firstKey` is in the rendered form, too, so that a form sent before and after hydration counts once. */
export function useSubmission<O extends Operation>(
  host: Host,
  name: O['name'],
  firstKey: string,
  options: SubmissionOptions<O> = {},
): Submission<O> {
  const [state, dispatch] = useReducer(
    reduceSubmission as (state: State<O>, action: Action<O>) => State<O>,
    undefined,
    () => toInitialState(firstKey, options),
  )

  async function send(input: SubmissionInput<O>) {
    if (state.step.name === 'sent') return
    const freshKey = newKey()
    const key = idempotencyKeyFor(state, { input, freshKey })
    dispatch({ type: 'send', input, freshKey })
    try {
      const answer = await host.api<O>(name, { ...input, key })
      if (isRefusal<O>(answer)) return dispatch({ type: 'refuse', refusal: answer.refused, freshKey: newKey() })
      options.onDone?.(answer as AnswerOf<O>, input)
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

export function toInitialState<O extends Operation>(
  firstKey: string,
  { outcome, form, refusals }: SubmissionOptions<O>,
): State<O> {
  if (!outcome || outcome.form !== form) return { key: firstKey, step: { name: 'ready' } }
  const { refused, invalid, again = firstKey } = outcome
  if (refused !== undefined) {
    const known = refusals !== undefined && Object.hasOwn(refusals, refused)
    const step: SubmissionStepOf<O> = known
      ? { name: 'refused', input: null, refusal: refused as RefusalOf<O> }
      : { name: 'ready' }
    return { key: firstKey, step }
  }
  const fault = invalid === undefined ? new ApiFault('unanswered', 0) : new ApiFault('invalid', 400, toInvalid(invalid))
  return { key: again, step: { name: 'unsure', input: null, fault } }
}

const toInvalid = (fields: string) => fields.split(' ').map((field) => ({ field, problem: '' }))
