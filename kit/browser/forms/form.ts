import type { Operation } from '@fernweh/contracts/api/operation'
import { createElement, type FormEvent, type FormHTMLAttributes } from 'react'
import type { FormControl } from './use-form.ts'

interface FormProps<O extends Operation>
  extends Omit<FormHTMLAttributes<HTMLFormElement>, 'id' | 'hidden' | 'method' | 'action' | 'onSubmit'> {
  form: FormControl<O>
  hidden?: Record<string, string>
}

/** A native form, sent in place when there is a script, with the same fields and the same idempotency key. */
export function Form<O extends Operation>({ form, hidden = {}, children, ...rest }: FormProps<O>) {
  const { id, action, page, submission, toInput } = form

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    void submission.send(toInput(new FormData(event.currentTarget)))
  }

  const fields = { key: submission.key, page, form: id, ...hidden }
  return createElement(
    'form',
    { id, ...rest, method: 'post', action, onSubmit: submit },
    Object.entries(fields).map(([name, value]) => createElement('input', { key: name, type: 'hidden', name, value })),
    children,
  )
}
