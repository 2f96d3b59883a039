import type { ReactNode } from 'react'
import styles from './Form.module.css'
import type { FormControl } from './use-form.ts'

interface FormProps {
  form: FormControl<string>
  /** Where the browser comes back to with a refusal, when there is no script. */
  page: string
  /** Also the place on that page. */
  id: string
  hidden?: Record<string, string>
  children: ReactNode
}

/** A native form: complete without script, and with it sent in place. */
export function Form({ form, page, id, hidden = {}, children }: FormProps) {
  const fields = { key: `${form.intention}-${id}`, page, anchor: id, ...hidden }
  return (
    <form id={id} ref={form.ref} className={styles.form} method="post" action={form.action} onSubmit={form.onSubmit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
