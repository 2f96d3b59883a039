import type { Operation } from '@fernweh/contracts/api/operation'
import { SubmissionForm } from '@fernweh/kit/browser/submission-form'
import type { SubmissionInput } from '@fernweh/kit/browser/use-submission'
import type { ReactNode } from 'react'
import styles from './Form.module.css'
import { toFields } from './fields.ts'
import type { FormControl } from './use-form.ts'

interface FormProps<O extends Operation> {
  form: FormControl<O>
  /** Where the browser comes back to with a refusal, when there is no script. */
  page: string
  hidden?: Record<string, string>
  children: ReactNode
}

export function Form<O extends Operation>({ form, page, hidden = {}, children }: FormProps<O>) {
  const { action, submission } = form
  const read = (data: FormData) => ({ body: toFields(data) }) as SubmissionInput<O>
  return (
    <SubmissionForm className={styles.form} submission={submission} action={action} page={page} read={read}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </SubmissionForm>
  )
}
