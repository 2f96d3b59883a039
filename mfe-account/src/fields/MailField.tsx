import type { FormField } from '@fernweh/kit/browser/forms/use-form'
import { Field } from '@fernweh/ui/forms/Field'

interface MailFieldProps extends FormField {
  typed?: string | undefined
  /** Only shown, and not sent. */
  readOnly?: boolean
}

/** The address is the name one signs in by, and password managers know it as that. */
export function MailField({ name, typed, readOnly = false, ...field }: MailFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="email"
          name={readOnly ? undefined : name}
          readOnly={readOnly}
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
