import type { AnswerOf, Operation, RefusalOf } from '@fernweh/contracts/api/operation'
import type { PartProps } from '@fernweh/kit/browser/host'
import { type Intention, useIntention } from '@fernweh/kit/browser/use-intention'
import { useEffect } from 'react'
import { type FormView, type RefusalWords, toView } from './form-view.ts'

interface FormOptions<O extends Operation> {
  /** Of the form's element; also the place on the page that a refusal leads back to. */
  id: string
  refusals: Record<RefusalOf<O>, RefusalWords>
  onDone: (answer: AnswerOf<O>) => void
}

export interface FormControl<O extends Operation> extends FormView {
  id: string
  action: string
  intention: Intention<O>
}

type Part = Pick<PartProps<unknown>, 'host' | 'intention' | 'outcome'>

/** A form of an operation whose body is its fields: sent by the browser itself, or in place once there is script. */
export function useForm<O extends Operation>(
  { host, intention: firstKey, outcome }: Part,
  name: O['name'],
  { id, refusals, onDone }: FormOptions<O>,
): FormControl<O> {
  const intention = useIntention<O>(host, name, `${firstKey}-${id}`, { form: id, outcome, refusals, onDone })
  const { step } = intention
  useEffect(() => {
    if (step.name === 'refused' || step.name === 'unsure') focusFirstError(id)
  }, [step, id])
  return { id, action: `/api/account${name.split(' ')[1]}`, intention, ...toView(step, refusals) }
}

function focusFirstError(id: string) {
  document.getElementById(id)?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
}

/** Another document, because another session shows another page. */
export function goOn({ next }: { next: string }) {
  location.assign(next)
}
