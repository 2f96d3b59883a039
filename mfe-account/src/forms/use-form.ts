import type { AnswerOf, Operation, RefusalOf } from '@fernweh/contracts/api/operation'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { type Submission, useSubmission } from '@fernweh/kit/browser/use-submission'
import { useMessages } from '../use-messages.ts'
import { type FormView, type RefusalWords, toView } from './form-view.ts'

interface FormOptions<O extends Operation> {
  /** Of the form's element; also the place on the page that a refusal leads back to. */
  id: string
  /** What its fields are called, in their order. */
  labels: Record<string, string>
  refusals: Record<RefusalOf<O>, RefusalWords>
  onDone: (answer: AnswerOf<O>) => void
}

/** What a field of a form is made of. */
export interface FieldOfForm {
  id: string
  name: string
  label: string
  error: string | undefined
}

export interface FormControl<O extends Operation> extends FormView {
  id: string
  action: string
  submission: Submission<O>
  field(name: string): FieldOfForm
  /** Those that need another look, in their order. */
  wrong: FieldOfForm[]
}

type Fragment = Pick<FragmentProps<unknown>, 'host' | 'idempotencyKey' | 'outcome'>

/** A form of an operation whose body is its fields: sent by the browser itself, or in place once there is script. */
export function useForm<O extends Operation>(
  { host, idempotencyKey: firstKey, outcome }: Fragment,
  name: O['name'],
  { id, labels, refusals, onDone }: FormOptions<O>,
): FormControl<O> {
  const invalid = useInvalidWords()
  const submission = useSubmission<O>(host, name, `${firstKey}-${id}`, { form: id, outcome, refusals, onDone })
  const view = toView(submission.step, { refusals, invalid })
  const field = (of: string) => ({ id: `${id}-${of}`, name: of, label: labels[of] ?? of, error: view.errors[of] })
  const wrong = Object.keys(labels)
    .map(field)
    .filter(({ error }) => error !== undefined)
  return { id, action: `/api/account${name.split(' ')[1]}`, submission, ...view, field, wrong }
}

function useInvalidWords(): Record<string, string> {
  const { t } = useMessages()
  return {
    mail: t('form.invalid.mail'),
    name: t('form.invalid.name'),
    password: t('form.invalid.password'),
    next: t('form.invalid.password'),
    current: t('form.invalid.current'),
    homeCity: t('form.invalid.city'),
    interests: t('form.invalid.interests'),
  }
}

/** Another document, because another session shows another page. */
export function goOn({ next }: { next: string }) {
  location.assign(next)
}
