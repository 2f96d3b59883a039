import type { InputHTMLAttributes } from 'react'
import { Field, type FieldProps } from './Field.tsx'

interface DateFieldProps extends FieldProps, Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type' | 'className'> {}

/** The browser's own calendar: it speaks the reader's language and knows the reader's keyboard. Values are `2030-03-14`. */
export function DateField({ id, label, hint, error, optional, ...control }: DateFieldProps) {
  return (
    <Field {...{ id, label, error }} {...(hint && { hint })} {...(optional && { optional })}>
      {(own) => <input {...control} {...own} type="date" />}
    </Field>
  )
}
