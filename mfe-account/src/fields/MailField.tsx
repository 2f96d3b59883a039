import { Field } from '@fernweh/ui/forms/Field'
import type { FieldOfForm } from '../forms/use-form.ts'

interface MailFieldProps extends FieldOfForm {
  typed?: string | undefined
}

/** The address is the name one signs in by, and password managers know it as that. */
export function MailField({ name, typed, ...field }: MailFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="email"
          name={name}
          defaultValue={typed}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          required
          maxLength={254}
        />
      )}
    </Field>
  )
}
