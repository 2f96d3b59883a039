import { Field } from '@fernweh/ui/Field'

interface SelectFieldProps {
  id: string
  name: string
  label: string
  value: string
  choices: readonly (readonly [value: string, words: string])[]
}

export function SelectField({ id, name, label, value, choices }: SelectFieldProps) {
  const isOffered = choices.some(([known]) => known === value)
  return (
    <Field id={id} label={label}>
      {(control) => (
        <select {...control} name={name} defaultValue={value}>
          {!isOffered && <option value={value}>{value}</option>}
          {choices.map(([known, words]) => (
            <option key={known} value={known}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
