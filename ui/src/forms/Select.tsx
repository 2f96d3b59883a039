import type { SelectHTMLAttributes } from 'react'
import { Field, type FieldProps } from './Field.tsx'

type Control = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'className' | 'children'>

interface SelectProps extends FieldProps, Control {
  /** Words may be in another language than the page. */
  choices: readonly (readonly [value: string, words: string, lang?: string])[]
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
          {choices.map(([value, words, lang]) => (
            // Names of places and currencies come from the browser, which may know newer ones than the server.
            <option key={value} value={value} lang={lang} suppressHydrationWarning>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
