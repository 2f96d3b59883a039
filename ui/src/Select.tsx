import type { SelectHTMLAttributes } from 'react'
import { Field, type FieldProps } from './Field.tsx'

type Control = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'className' | 'children'>

interface SelectProps extends FieldProps, Control {
  choices: readonly (readonly [value: string, words: string])[]
}

/** A value that is not offered any more stays chosen until somebody chooses. */
export function Select({ id, label, hint, error, optional, choices, ...control }: SelectProps) {
  const chosen = control.value ?? control.defaultValue
  const isOffered = chosen === undefined || choices.some(([value]) => value === chosen)
  return (
    <Field {...{ id, label, error }} {...(hint && { hint })} {...(optional && { optional })}>
      {(own) => (
        <select {...control} {...own}>
          {!isOffered && <option value={chosen}>{chosen}</option>}
          {choices.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
