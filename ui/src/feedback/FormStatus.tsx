import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { FormView } from '@fernweh/kit/browser/form-view'
import type { ReactNode } from 'react'
import { ErrorNotice } from './ErrorNotice.tsx'
import { Notice, Notices } from './Notice.tsx'

interface FormStatusProps {
  form: FormView & { page: string }
  /** Shown while the request is pending. */
  pending: ReactNode
}

/** Shows whether a form is pending, refused or failed. A success is shown by what it changed. */
export function FormStatus({ form: { busy, message, fault, page }, pending }: FormStatusProps) {
  return (
    <Notices>
      {busy && pending}
      {message !== null && <Notice kind="loss">{message}</Notice>}
      {fault !== null && <ErrorNotice fault={fault} signInHref={toSignInPath(page)} />}
    </Notices>
  )
}
