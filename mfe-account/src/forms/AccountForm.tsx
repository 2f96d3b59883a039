import type { Operation } from '@fernweh/contracts/api/operation'
import { Form } from '@fernweh/kit/browser/forms/form'
import type { FormControl } from '@fernweh/kit/browser/forms/use-form'
import type { ReactNode } from 'react'
import styles from './AccountForm.module.css'

interface AccountFormProps<O extends Operation> {
  form: FormControl<O>
  hidden?: Record<string, string>
  children: ReactNode
}

export function AccountForm<O extends Operation>(props: AccountFormProps<O>) {
  return <Form className={styles.form} {...props} />
}
