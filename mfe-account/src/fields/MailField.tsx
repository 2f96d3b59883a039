import type { FormField } from '@fernweh/kit/browser/forms/use-form'
import { Field } from '@fernweh/ui/forms/Field'

interface MailFieldProps extends FormField {
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
