import { Field } from '@fernweh/ui/Field'
import type { FieldOfForm } from '../forms/use-form.ts'

export interface Choice {
  value: string
  words: string
  /** Of the words, where it is not the page's. */
  lang?: string
}

interface SelectFieldProps extends FieldOfForm {
  hint?: string
  value: string
  choices: readonly Choice[]
}

/** What is stored already is never lost, whether or not it is offered. */
export function SelectField({ name, value, choices, ...field }: SelectFieldProps) {
  const isOffered = choices.some((choice) => choice.value === value)
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} name={name} defaultValue={value}>
          {!isOffered && <option value={value}>{value}</option>}
          {choices.map(({ value: offered, words, lang }) => (
            // Names of places and currencies come from the browser, which may know newer ones than the server.
            <option key={offered} value={offered} lang={lang} suppressHydrationWarning>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
