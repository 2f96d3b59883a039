import type { Operation } from '@fernweh/contracts/api/operation'
import { createElement, type FormEvent, type FormHTMLAttributes } from 'react'
import type { Submission, SubmissionInput } from './use-submission.ts'

interface SubmissionFormProps<O extends Operation>
  extends Omit<FormHTMLAttributes<HTMLFormElement>, 'method' | 'action' | 'onSubmit'> {
  submission: Submission<O>
  /** `/api/<team>/…`: where the form leads without script. */
  action: string
  /** The local path to come back to when it is refused. */
  page: string
  /** What is asked, from the form's fields; null leaves the form alone. */
  read: (fields: FormData) => SubmissionInput<O> | null
}

/** A native form that is sent in place as soon as there is script: the same fields, the same intention. */
export function SubmissionForm<O extends Operation>(props: SubmissionFormProps<O>) {
  const { submission, action, page, read, children, ...rest } = props
  const { key, form, send } = submission

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const wish = read(new FormData(event.currentTarget))
    if (wish !== null) void send(wish)
  }

  return createElement(
    'form',
    { id: form, ...rest, method: 'post', action, onSubmit: submit },
    hidden('key', key),
    hidden('page', page),
    form !== undefined && hidden('form', form),
    children,
  )
}

const hidden = (name: string, value: string) => createElement('input', { type: 'hidden', name, value })
