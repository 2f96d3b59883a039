import type { Operation } from '@fernweh/contracts/api/operation'
import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { FormControl } from '@fernweh/kit/browser/forms/use-form'
import type { ReactNode } from 'react'
import { ErrorNotice } from './ErrorNotice.tsx'
import { Notice, Notices } from './Notice.tsx'

interface FormStatusProps<O extends Operation> {
  form: Pick<FormControl<O>, 'busy' | 'message' | 'step' | 'page'>
  /** Shown while the request is pending. */
  pending: ReactNode
}

/** Shows whether a form is pending, refused or failed. A success is shown by what it changed. */
export function FormStatus<O extends Operation>({ form, pending }: FormStatusProps<O>) {
  const { busy, message, step, page } = form
  return (
    <Notices>
      {busy && pending}
      {message !== null && <Notice kind="loss">{message}</Notice>}
      {step.name === 'unsure' && <ErrorNotice fault={step.fault} signInHref={toSignInPath(page)} />}
    </Notices>
  )
}
