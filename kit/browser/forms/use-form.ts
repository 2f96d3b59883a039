import type { AnswerOf, Operation, RefusalOf } from '@fernweh/contracts/api/operation'
import { type InputOf, toApiUrl } from '../host/api.ts'
import type { FragmentProps } from '../host/host.ts'
import { toFields } from './form-fields.ts'
import { type FormView, type RefusalMessage, toFormView } from './form-view.ts'
import { type Submission, type SubmissionInput, type SubmissionStepOf, useSubmission } from './use-submission.ts'

type BodyReader<O extends Operation> = (fields: FormData) => InputOf<O>['body']

interface FormOptions<O extends Operation> {
  /** Id of the form's element; without script, a refusal leads back to it. */
  id: string
  /** Path and query of the page that a refusal leads back to without script. */
  page: string
  params?: InputOf<O>['params']
  refusals: Record<RefusalOf<O>, RefusalMessage>
  invalid?: Record<string, string>
  labels?: Record<string, string>
  /** Reads the operation's body; by default all fields as text, or no body when there are none. */
  toBody?: BodyReader<O>
  onDone: (answer: AnswerOf<O>) => void
}

export interface FormField {
  id: string
  name: string
  label: string
  error: string | undefined
}

export interface FormControl<O extends Operation> extends FormView {
  id: string
  page: string
  action: string
  step: SubmissionStepOf<O>
  submission: Submission<O>
  toInput(fields: FormData): SubmissionInput<O>
  field(name: string): FormField
  wrong: FormField[]
}

export type FormFragment = Pick<FragmentProps<unknown>, 'host' | 'idempotencyKey' | 'outcome'>

export function useForm<O extends Operation>(
  { host, idempotencyKey, outcome }: FormFragment,
  name: O['name'],
  {
    id,
    page,
    params,
    refusals,
    invalid = {},
    labels = {},
    toBody = toTextBody as BodyReader<O>,
    onDone,
  }: FormOptions<O>,
): FormControl<O> {
  const submission = useSubmission<O>(host, name, `${idempotencyKey}-${id}`, { form: id, outcome, refusals, onDone })
  const view = toFormView(submission.step, { refusals, invalid })
  const field = (of: string) => ({ id: `${id}-${of}`, name: of, label: labels[of] ?? of, error: view.errors[of] })
  const action = toApiUrl(host.team, name.split(' ')[1] ?? '/', params)
  const wrong = Object.keys(labels)
    .map(field)
    .filter(({ error }) => error !== undefined)
  const toInput = (fields: FormData) => toPresent({ params, body: toBody(fields) }) as SubmissionInput<O>
  return { id, page, action, step: submission.step, submission, toInput, ...view, field, wrong }
}

function toTextBody(fields: FormData) {
  const body = toFields(fields)
  return Object.keys(body).length === 0 ? undefined : body
}

function toPresent(input: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
}
